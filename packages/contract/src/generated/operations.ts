// Generated from openapi/ by `npm run generate`. Do not edit.

export const operations = {
  "getTokenJob": {
    "method": "get",
    "path": "/job",
    "tag": "Job actions",
    "summary": "Retry a job",
    "success": 201,
    "ability": "retry_job",
    "repeatable": false,
    "credentials": [
      "personalToken",
      "personalTokenQuery",
      "bearerToken",
      "oauthTokenQuery"
    ],
    "multiSegment": [],
    "path_parameters": {
      "id": "integer|string",
      "job_id": "integer"
    },
    "query_parameters": {},
    "takesBody": true,
    "answers": {
      "201": [
        "application/json"
      ],
      "400": [
        "application/json"
      ],
      "401": [
        "application/json"
      ],
      "403": [
        "application/json"
      ],
      "404": [
        "application/json"
      ],
      "405": [
        "application/json"
      ],
      "413": [
        "application/json"
      ],
      "415": [
        "application/json"
      ],
      "429": [
        "application/json"
      ],
      "500": [
        "application/json"
      ]
    }
  },
  "getAllowedAgents": {
    "method": "get",
    "path": "/job/allowed_agents",
    "tag": "Job actions",
    "summary": "Retry a job",
    "success": 201,
    "ability": "retry_job",
    "repeatable": false,
    "credentials": [
      "personalToken",
      "personalTokenQuery",
      "bearerToken",
      "oauthTokenQuery"
    ],
    "multiSegment": [],
    "path_parameters": {
      "id": "integer|string",
      "job_id": "integer"
    },
    "query_parameters": {},
    "takesBody": true,
    "answers": {
      "201": [
        "application/json"
      ],
      "400": [
        "application/json"
      ],
      "401": [
        "application/json"
      ],
      "403": [
        "application/json"
      ],
      "404": [
        "application/json"
      ],
      "405": [
        "application/json"
      ],
      "413": [
        "application/json"
      ],
      "415": [
        "application/json"
      ],
      "429": [
        "application/json"
      ],
      "500": [
        "application/json"
      ]
    }
  },
  "deleteProjectArtifacts": {
    "method": "delete",
    "path": "/projects/{id}/artifacts",
    "tag": "Job actions",
    "summary": "Retry a job",
    "success": 201,
    "ability": "retry_job",
    "repeatable": false,
    "credentials": [
      "personalToken",
      "personalTokenQuery",
      "bearerToken",
      "oauthTokenQuery"
    ],
    "multiSegment": [],
    "path_parameters": {
      "id": "integer|string",
      "job_id": "integer"
    },
    "query_parameters": {},
    "takesBody": true,
    "answers": {
      "201": [
        "application/json"
      ],
      "400": [
        "application/json"
      ],
      "401": [
        "application/json"
      ],
      "403": [
        "application/json"
      ],
      "404": [
        "application/json"
      ],
      "405": [
        "application/json"
      ],
      "413": [
        "application/json"
      ],
      "415": [
        "application/json"
      ],
      "429": [
        "application/json"
      ],
      "500": [
        "application/json"
      ]
    }
  },
  "listProjectJobs": {
    "method": "get",
    "path": "/projects/{id}/jobs",
    "tag": "Jobs",
    "summary": "List the jobs of a project",
    "success": 200,
    "ability": "read_build",
    "repeatable": true,
    "credentials": [
      "personalToken",
      "personalTokenQuery",
      "bearerToken",
      "oauthTokenQuery",
      "jobToken",
      "jobTokenQuery"
    ],
    "multiSegment": [],
    "path_parameters": {
      "id": "integer|string"
    },
    "query_parameters": {
      "scope": "string",
      "scope[]": "array",
      "ref": "string",
      "page": "integer",
      "per_page": "integer",
      "pagination": "string",
      "cursor": "string",
      "order_by": "string",
      "sort": "string"
    },
    "takesBody": false,
    "answers": {
      "200": [
        "application/json"
      ],
      "301": [
        "text/plain"
      ],
      "304": [],
      "400": [
        "application/json"
      ],
      "401": [
        "application/json"
      ],
      "403": [
        "application/json"
      ],
      "404": [
        "application/json"
      ],
      "405": [
        "application/json"
      ],
      "429": [
        "application/json"
      ],
      "500": [
        "application/json"
      ]
    }
  },
  "listPipelineJobs": {
    "method": "get",
    "path": "/projects/{id}/pipelines/{pipeline_id}/jobs",
    "tag": "Job actions",
    "summary": "Retry a job",
    "success": 201,
    "ability": "retry_job",
    "repeatable": false,
    "credentials": [
      "personalToken",
      "personalTokenQuery",
      "bearerToken",
      "oauthTokenQuery"
    ],
    "multiSegment": [],
    "path_parameters": {
      "id": "integer|string",
      "job_id": "integer"
    },
    "query_parameters": {},
    "takesBody": true,
    "answers": {
      "201": [
        "application/json"
      ],
      "400": [
        "application/json"
      ],
      "401": [
        "application/json"
      ],
      "403": [
        "application/json"
      ],
      "404": [
        "application/json"
      ],
      "405": [
        "application/json"
      ],
      "413": [
        "application/json"
      ],
      "415": [
        "application/json"
      ],
      "429": [
        "application/json"
      ],
      "500": [
        "application/json"
      ]
    }
  },
  "listPipelineBridges": {
    "method": "get",
    "path": "/projects/{id}/pipelines/{pipeline_id}/bridges",
    "tag": "Job actions",
    "summary": "Retry a job",
    "success": 201,
    "ability": "retry_job",
    "repeatable": false,
    "credentials": [
      "personalToken",
      "personalTokenQuery",
      "bearerToken",
      "oauthTokenQuery"
    ],
    "multiSegment": [],
    "path_parameters": {
      "id": "integer|string",
      "job_id": "integer"
    },
    "query_parameters": {},
    "takesBody": true,
    "answers": {
      "201": [
        "application/json"
      ],
      "400": [
        "application/json"
      ],
      "401": [
        "application/json"
      ],
      "403": [
        "application/json"
      ],
      "404": [
        "application/json"
      ],
      "405": [
        "application/json"
      ],
      "413": [
        "application/json"
      ],
      "415": [
        "application/json"
      ],
      "429": [
        "application/json"
      ],
      "500": [
        "application/json"
      ]
    }
  },
  "getJob": {
    "method": "get",
    "path": "/projects/{id}/jobs/{job_id}",
    "tag": "Job actions",
    "summary": "Retry a job",
    "success": 201,
    "ability": "retry_job",
    "repeatable": false,
    "credentials": [
      "personalToken",
      "personalTokenQuery",
      "bearerToken",
      "oauthTokenQuery"
    ],
    "multiSegment": [],
    "path_parameters": {
      "id": "integer|string",
      "job_id": "integer"
    },
    "query_parameters": {},
    "takesBody": true,
    "answers": {
      "201": [
        "application/json"
      ],
      "400": [
        "application/json"
      ],
      "401": [
        "application/json"
      ],
      "403": [
        "application/json"
      ],
      "404": [
        "application/json"
      ],
      "405": [
        "application/json"
      ],
      "413": [
        "application/json"
      ],
      "415": [
        "application/json"
      ],
      "429": [
        "application/json"
      ],
      "500": [
        "application/json"
      ]
    }
  },
  "getJobLog": {
    "method": "get",
    "path": "/projects/{id}/jobs/{job_id}/trace",
    "tag": "Job actions",
    "summary": "Retry a job",
    "success": 201,
    "ability": "retry_job",
    "repeatable": false,
    "credentials": [
      "personalToken",
      "personalTokenQuery",
      "bearerToken",
      "oauthTokenQuery"
    ],
    "multiSegment": [],
    "path_parameters": {
      "id": "integer|string",
      "job_id": "integer"
    },
    "query_parameters": {},
    "takesBody": true,
    "answers": {
      "201": [
        "application/json"
      ],
      "400": [
        "application/json"
      ],
      "401": [
        "application/json"
      ],
      "403": [
        "application/json"
      ],
      "404": [
        "application/json"
      ],
      "405": [
        "application/json"
      ],
      "413": [
        "application/json"
      ],
      "415": [
        "application/json"
      ],
      "429": [
        "application/json"
      ],
      "500": [
        "application/json"
      ]
    }
  },
  "cancelJob": {
    "method": "post",
    "path": "/projects/{id}/jobs/{job_id}/cancel",
    "tag": "Job actions",
    "summary": "Retry a job",
    "success": 201,
    "ability": "retry_job",
    "repeatable": false,
    "credentials": [
      "personalToken",
      "personalTokenQuery",
      "bearerToken",
      "oauthTokenQuery"
    ],
    "multiSegment": [],
    "path_parameters": {
      "id": "integer|string",
      "job_id": "integer"
    },
    "query_parameters": {},
    "takesBody": true,
    "answers": {
      "201": [
        "application/json"
      ],
      "400": [
        "application/json"
      ],
      "401": [
        "application/json"
      ],
      "403": [
        "application/json"
      ],
      "404": [
        "application/json"
      ],
      "405": [
        "application/json"
      ],
      "413": [
        "application/json"
      ],
      "415": [
        "application/json"
      ],
      "429": [
        "application/json"
      ],
      "500": [
        "application/json"
      ]
    }
  },
  "retryJob": {
    "method": "post",
    "path": "/projects/{id}/jobs/{job_id}/retry",
    "tag": "Job actions",
    "summary": "Retry a job",
    "success": 201,
    "ability": "retry_job",
    "repeatable": false,
    "credentials": [
      "personalToken",
      "personalTokenQuery",
      "bearerToken",
      "oauthTokenQuery"
    ],
    "multiSegment": [],
    "path_parameters": {
      "id": "integer|string",
      "job_id": "integer"
    },
    "query_parameters": {},
    "takesBody": true,
    "answers": {
      "201": [
        "application/json"
      ],
      "400": [
        "application/json"
      ],
      "401": [
        "application/json"
      ],
      "403": [
        "application/json"
      ],
      "404": [
        "application/json"
      ],
      "405": [
        "application/json"
      ],
      "413": [
        "application/json"
      ],
      "415": [
        "application/json"
      ],
      "429": [
        "application/json"
      ],
      "500": [
        "application/json"
      ]
    }
  },
  "eraseJob": {
    "method": "post",
    "path": "/projects/{id}/jobs/{job_id}/erase",
    "tag": "Job actions",
    "summary": "Retry a job",
    "success": 201,
    "ability": "retry_job",
    "repeatable": false,
    "credentials": [
      "personalToken",
      "personalTokenQuery",
      "bearerToken",
      "oauthTokenQuery"
    ],
    "multiSegment": [],
    "path_parameters": {
      "id": "integer|string",
      "job_id": "integer"
    },
    "query_parameters": {},
    "takesBody": true,
    "answers": {
      "201": [
        "application/json"
      ],
      "400": [
        "application/json"
      ],
      "401": [
        "application/json"
      ],
      "403": [
        "application/json"
      ],
      "404": [
        "application/json"
      ],
      "405": [
        "application/json"
      ],
      "413": [
        "application/json"
      ],
      "415": [
        "application/json"
      ],
      "429": [
        "application/json"
      ],
      "500": [
        "application/json"
      ]
    }
  },
  "playJob": {
    "method": "post",
    "path": "/projects/{id}/jobs/{job_id}/play",
    "tag": "Job actions",
    "summary": "Retry a job",
    "success": 201,
    "ability": "retry_job",
    "repeatable": false,
    "credentials": [
      "personalToken",
      "personalTokenQuery",
      "bearerToken",
      "oauthTokenQuery"
    ],
    "multiSegment": [],
    "path_parameters": {
      "id": "integer|string",
      "job_id": "integer"
    },
    "query_parameters": {},
    "takesBody": true,
    "answers": {
      "201": [
        "application/json"
      ],
      "400": [
        "application/json"
      ],
      "401": [
        "application/json"
      ],
      "403": [
        "application/json"
      ],
      "404": [
        "application/json"
      ],
      "405": [
        "application/json"
      ],
      "413": [
        "application/json"
      ],
      "415": [
        "application/json"
      ],
      "429": [
        "application/json"
      ],
      "500": [
        "application/json"
      ]
    }
  },
  "downloadJobArtifacts": {
    "method": "get",
    "path": "/projects/{id}/jobs/{job_id}/artifacts",
    "tag": "Job actions",
    "summary": "Retry a job",
    "success": 201,
    "ability": "retry_job",
    "repeatable": false,
    "credentials": [
      "personalToken",
      "personalTokenQuery",
      "bearerToken",
      "oauthTokenQuery"
    ],
    "multiSegment": [],
    "path_parameters": {
      "id": "integer|string",
      "job_id": "integer"
    },
    "query_parameters": {},
    "takesBody": true,
    "answers": {
      "201": [
        "application/json"
      ],
      "400": [
        "application/json"
      ],
      "401": [
        "application/json"
      ],
      "403": [
        "application/json"
      ],
      "404": [
        "application/json"
      ],
      "405": [
        "application/json"
      ],
      "413": [
        "application/json"
      ],
      "415": [
        "application/json"
      ],
      "429": [
        "application/json"
      ],
      "500": [
        "application/json"
      ]
    }
  },
  "deleteJobArtifacts": {
    "method": "delete",
    "path": "/projects/{id}/jobs/{job_id}/artifacts",
    "tag": "Job actions",
    "summary": "Retry a job",
    "success": 201,
    "ability": "retry_job",
    "repeatable": false,
    "credentials": [
      "personalToken",
      "personalTokenQuery",
      "bearerToken",
      "oauthTokenQuery"
    ],
    "multiSegment": [],
    "path_parameters": {
      "id": "integer|string",
      "job_id": "integer"
    },
    "query_parameters": {},
    "takesBody": true,
    "answers": {
      "201": [
        "application/json"
      ],
      "400": [
        "application/json"
      ],
      "401": [
        "application/json"
      ],
      "403": [
        "application/json"
      ],
      "404": [
        "application/json"
      ],
      "405": [
        "application/json"
      ],
      "413": [
        "application/json"
      ],
      "415": [
        "application/json"
      ],
      "429": [
        "application/json"
      ],
      "500": [
        "application/json"
      ]
    }
  },
  "listJobArtifactTree": {
    "method": "get",
    "path": "/projects/{id}/jobs/{job_id}/artifacts/tree",
    "tag": "Job actions",
    "summary": "Retry a job",
    "success": 201,
    "ability": "retry_job",
    "repeatable": false,
    "credentials": [
      "personalToken",
      "personalTokenQuery",
      "bearerToken",
      "oauthTokenQuery"
    ],
    "multiSegment": [],
    "path_parameters": {
      "id": "integer|string",
      "job_id": "integer"
    },
    "query_parameters": {},
    "takesBody": true,
    "answers": {
      "201": [
        "application/json"
      ],
      "400": [
        "application/json"
      ],
      "401": [
        "application/json"
      ],
      "403": [
        "application/json"
      ],
      "404": [
        "application/json"
      ],
      "405": [
        "application/json"
      ],
      "413": [
        "application/json"
      ],
      "415": [
        "application/json"
      ],
      "429": [
        "application/json"
      ],
      "500": [
        "application/json"
      ]
    }
  },
  "keepJobArtifacts": {
    "method": "post",
    "path": "/projects/{id}/jobs/{job_id}/artifacts/keep",
    "tag": "Job actions",
    "summary": "Retry a job",
    "success": 201,
    "ability": "retry_job",
    "repeatable": false,
    "credentials": [
      "personalToken",
      "personalTokenQuery",
      "bearerToken",
      "oauthTokenQuery"
    ],
    "multiSegment": [],
    "path_parameters": {
      "id": "integer|string",
      "job_id": "integer"
    },
    "query_parameters": {},
    "takesBody": true,
    "answers": {
      "201": [
        "application/json"
      ],
      "400": [
        "application/json"
      ],
      "401": [
        "application/json"
      ],
      "403": [
        "application/json"
      ],
      "404": [
        "application/json"
      ],
      "405": [
        "application/json"
      ],
      "413": [
        "application/json"
      ],
      "415": [
        "application/json"
      ],
      "429": [
        "application/json"
      ],
      "500": [
        "application/json"
      ]
    }
  },
  "getJobArtifactFile": {
    "method": "get",
    "path": "/projects/{id}/jobs/{job_id}/artifacts/{artifact_path}",
    "tag": "Job actions",
    "summary": "Retry a job",
    "success": 201,
    "ability": "retry_job",
    "repeatable": false,
    "credentials": [
      "personalToken",
      "personalTokenQuery",
      "bearerToken",
      "oauthTokenQuery"
    ],
    "multiSegment": [],
    "path_parameters": {
      "id": "integer|string",
      "job_id": "integer"
    },
    "query_parameters": {},
    "takesBody": true,
    "answers": {
      "201": [
        "application/json"
      ],
      "400": [
        "application/json"
      ],
      "401": [
        "application/json"
      ],
      "403": [
        "application/json"
      ],
      "404": [
        "application/json"
      ],
      "405": [
        "application/json"
      ],
      "413": [
        "application/json"
      ],
      "415": [
        "application/json"
      ],
      "429": [
        "application/json"
      ],
      "500": [
        "application/json"
      ]
    }
  },
  "downloadRefArtifacts": {
    "method": "get",
    "path": "/projects/{id}/jobs/artifacts/{ref_name}/download",
    "tag": "Job actions",
    "summary": "Retry a job",
    "success": 201,
    "ability": "retry_job",
    "repeatable": false,
    "credentials": [
      "personalToken",
      "personalTokenQuery",
      "bearerToken",
      "oauthTokenQuery"
    ],
    "multiSegment": [],
    "path_parameters": {
      "id": "integer|string",
      "job_id": "integer"
    },
    "query_parameters": {},
    "takesBody": true,
    "answers": {
      "201": [
        "application/json"
      ],
      "400": [
        "application/json"
      ],
      "401": [
        "application/json"
      ],
      "403": [
        "application/json"
      ],
      "404": [
        "application/json"
      ],
      "405": [
        "application/json"
      ],
      "413": [
        "application/json"
      ],
      "415": [
        "application/json"
      ],
      "429": [
        "application/json"
      ],
      "500": [
        "application/json"
      ]
    }
  },
  "getRefArtifactFile": {
    "method": "get",
    "path": "/projects/{id}/jobs/artifacts/{ref_name}/raw/{artifact_path}",
    "tag": "Job actions",
    "summary": "Retry a job",
    "success": 201,
    "ability": "retry_job",
    "repeatable": false,
    "credentials": [
      "personalToken",
      "personalTokenQuery",
      "bearerToken",
      "oauthTokenQuery"
    ],
    "multiSegment": [],
    "path_parameters": {
      "id": "integer|string",
      "job_id": "integer"
    },
    "query_parameters": {},
    "takesBody": true,
    "answers": {
      "201": [
        "application/json"
      ],
      "400": [
        "application/json"
      ],
      "401": [
        "application/json"
      ],
      "403": [
        "application/json"
      ],
      "404": [
        "application/json"
      ],
      "405": [
        "application/json"
      ],
      "413": [
        "application/json"
      ],
      "415": [
        "application/json"
      ],
      "429": [
        "application/json"
      ],
      "500": [
        "application/json"
      ]
    }
  }
} as const
