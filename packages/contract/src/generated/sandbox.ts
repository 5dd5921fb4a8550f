// Generated from openapi/ by `npm run generate`. Do not edit.

export const sandboxControls = {
  "getPage": {
    "method": "get",
    "path": "/",
    "tag": "Page",
    "summary": "Begin here",
    "success": 200,
    "credentials": [],
    "multiSegment": [],
    "path_parameters": {},
    "query_parameters": {
      "jobs_universe": "string"
    },
    "takesBody": false,
    "answers": {
      "200": [
        "text/html"
      ],
      "400": [
        "application/json"
      ],
      "503": [
        "application/json"
      ]
    }
  },
  "getControls": {
    "method": "get",
    "path": "/sandbox/openapi.json",
    "tag": "Page",
    "summary": "Get this contract",
    "success": 200,
    "credentials": [],
    "multiSegment": [],
    "path_parameters": {},
    "query_parameters": {},
    "takesBody": false,
    "answers": {
      "200": [
        "application/json"
      ],
      "4XX": []
    }
  },
  "getUniverse": {
    "method": "get",
    "path": "/sandbox",
    "tag": "Universe",
    "summary": "Look at a universe",
    "success": 200,
    "credentials": [],
    "multiSegment": [],
    "path_parameters": {},
    "query_parameters": {
      "jobs_universe": "string"
    },
    "takesBody": false,
    "answers": {
      "200": [
        "application/json"
      ],
      "400": [
        "application/json"
      ],
      "503": [
        "application/json"
      ]
    }
  },
  "resetUniverse": {
    "method": "post",
    "path": "/sandbox/reset",
    "tag": "Universe",
    "summary": "Begin anew",
    "success": 200,
    "credentials": [],
    "multiSegment": [],
    "path_parameters": {},
    "query_parameters": {
      "jobs_universe": "string"
    },
    "takesBody": false,
    "answers": {
      "200": [
        "application/json"
      ],
      "400": [
        "application/json"
      ],
      "503": [
        "application/json"
      ]
    }
  },
  "loadWorld": {
    "method": "put",
    "path": "/sandbox/world",
    "tag": "Universe",
    "summary": "Begin with another world",
    "success": 200,
    "credentials": [],
    "multiSegment": [],
    "path_parameters": {},
    "query_parameters": {
      "jobs_universe": "string"
    },
    "takesBody": true,
    "answers": {
      "200": [
        "application/json"
      ],
      "400": [
        "application/json"
      ],
      "404": [
        "application/json"
      ],
      "503": [
        "application/json"
      ]
    }
  },
  "listWorlds": {
    "method": "get",
    "path": "/sandbox/worlds",
    "tag": "Universe",
    "summary": "List the worlds",
    "success": 200,
    "credentials": [],
    "multiSegment": [],
    "path_parameters": {},
    "query_parameters": {},
    "takesBody": false,
    "answers": {
      "200": [
        "application/json"
      ],
      "4XX": []
    }
  },
  "moveClock": {
    "method": "post",
    "path": "/sandbox/clock",
    "tag": "Time",
    "summary": "Move the clock",
    "success": 200,
    "credentials": [],
    "multiSegment": [],
    "path_parameters": {},
    "query_parameters": {
      "jobs_universe": "string"
    },
    "takesBody": true,
    "answers": {
      "200": [
        "application/json"
      ],
      "400": [
        "application/json"
      ],
      "503": [
        "application/json"
      ]
    }
  },
  "setPace": {
    "method": "put",
    "path": "/sandbox/pace",
    "tag": "Time",
    "summary": "Set how jobs go on",
    "success": 200,
    "credentials": [],
    "multiSegment": [],
    "path_parameters": {},
    "query_parameters": {
      "jobs_universe": "string"
    },
    "takesBody": true,
    "answers": {
      "200": [
        "application/json"
      ],
      "400": [
        "application/json"
      ],
      "503": [
        "application/json"
      ]
    }
  },
  "listJobStates": {
    "method": "get",
    "path": "/sandbox/jobs",
    "tag": "Jobs",
    "summary": "List the states of jobs",
    "success": 200,
    "credentials": [],
    "multiSegment": [],
    "path_parameters": {},
    "query_parameters": {
      "jobs_universe": "string",
      "project": "integer"
    },
    "takesBody": false,
    "answers": {
      "200": [
        "application/json"
      ],
      "400": [
        "application/json"
      ],
      "503": [
        "application/json"
      ]
    }
  },
  "forceStatus": {
    "method": "put",
    "path": "/sandbox/jobs/{job_id}/status",
    "tag": "Jobs",
    "summary": "Force a job into a status",
    "success": 200,
    "credentials": [],
    "multiSegment": [],
    "path_parameters": {
      "job_id": "integer"
    },
    "query_parameters": {
      "jobs_universe": "string"
    },
    "takesBody": true,
    "answers": {
      "200": [
        "application/json"
      ],
      "400": [
        "application/json"
      ],
      "404": [
        "application/json"
      ],
      "503": [
        "application/json"
      ]
    }
  },
  "listFaults": {
    "method": "get",
    "path": "/sandbox/faults",
    "tag": "Faults",
    "summary": "List the faults",
    "success": 200,
    "credentials": [],
    "multiSegment": [],
    "path_parameters": {},
    "query_parameters": {
      "jobs_universe": "string"
    },
    "takesBody": false,
    "answers": {
      "200": [
        "application/json"
      ],
      "400": [
        "application/json"
      ],
      "503": [
        "application/json"
      ]
    }
  },
  "addFault": {
    "method": "post",
    "path": "/sandbox/faults",
    "tag": "Faults",
    "summary": "Let something go wrong",
    "success": 201,
    "credentials": [],
    "multiSegment": [],
    "path_parameters": {},
    "query_parameters": {
      "jobs_universe": "string"
    },
    "takesBody": true,
    "answers": {
      "201": [
        "application/json"
      ],
      "400": [
        "application/json"
      ],
      "503": [
        "application/json"
      ]
    }
  },
  "removeFaults": {
    "method": "delete",
    "path": "/sandbox/faults",
    "tag": "Faults",
    "summary": "Let nothing go wrong",
    "success": 204,
    "credentials": [],
    "multiSegment": [],
    "path_parameters": {},
    "query_parameters": {
      "jobs_universe": "string"
    },
    "takesBody": false,
    "answers": {
      "204": [],
      "400": [
        "application/json"
      ],
      "503": [
        "application/json"
      ]
    }
  },
  "removeFault": {
    "method": "delete",
    "path": "/sandbox/faults/{fault_id}",
    "tag": "Faults",
    "summary": "Remove a fault",
    "success": 204,
    "credentials": [],
    "multiSegment": [],
    "path_parameters": {
      "fault_id": "integer"
    },
    "query_parameters": {
      "jobs_universe": "string"
    },
    "takesBody": false,
    "answers": {
      "204": [],
      "400": [
        "application/json"
      ],
      "404": [
        "application/json"
      ],
      "503": [
        "application/json"
      ]
    }
  },
  "readJournal": {
    "method": "get",
    "path": "/sandbox/journal",
    "tag": "Journal",
    "summary": "Read the journal",
    "success": 200,
    "credentials": [],
    "multiSegment": [],
    "path_parameters": {},
    "query_parameters": {
      "jobs_universe": "string"
    },
    "takesBody": false,
    "answers": {
      "200": [
        "application/json"
      ],
      "400": [
        "application/json"
      ],
      "503": [
        "application/json"
      ]
    }
  },
  "clearJournal": {
    "method": "delete",
    "path": "/sandbox/journal",
    "tag": "Journal",
    "summary": "Clear the journal",
    "success": 204,
    "credentials": [],
    "multiSegment": [],
    "path_parameters": {},
    "query_parameters": {
      "jobs_universe": "string"
    },
    "takesBody": false,
    "answers": {
      "204": [],
      "400": [
        "application/json"
      ],
      "503": [
        "application/json"
      ]
    }
  }
} as const
