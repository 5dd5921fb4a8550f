// Generated from openapi/ by `npm run generate`. Do not edit.

export const operations = {
  "getTokenJob": {
    "method": "get",
    "path": "/job",
    "tag": "Job token",
    "summary": "Read the job of the job token",
    "success": 200,
    "ability": "none",
    "repeatable": true,
    "credentials": [
      "jobToken",
      "jobTokenQuery",
      "bearerToken"
    ],
    "multiSegment": [],
    "path_parameters": {},
    "query_parameters": {},
    "takesBody": false,
    "answers": {
      "200": [
        "application/json"
      ],
      "304": [],
      "401": [
        "application/json"
      ],
      "403": [
        "application/json"
      ],
      "404": [
        "application/json"
      ],
      "429": [
        "application/json"
      ],
      "500": [
        "application/json"
      ],
      "503": [
        "application/json"
      ]
    }
  },
  "getAllowedAgents": {
    "method": "get",
    "path": "/job/allowed_agents",
    "tag": "Job token",
    "summary": "List the agents that the job of the job token may use",
    "success": 200,
    "ability": "none",
    "repeatable": true,
    "credentials": [
      "jobToken",
      "jobTokenQuery",
      "bearerToken"
    ],
    "multiSegment": [],
    "path_parameters": {},
    "query_parameters": {},
    "takesBody": false,
    "answers": {
      "200": [
        "application/json"
      ],
      "304": [],
      "401": [
        "application/json"
      ],
      "403": [
        "application/json"
      ],
      "404": [
        "application/json"
      ],
      "429": [
        "application/json"
      ],
      "500": [
        "application/json"
      ],
      "503": [
        "application/json"
      ]
    }
  },
  "deleteProjectArtifacts": {
    "method": "delete",
    "path": "/projects/{id}/artifacts",
    "tag": "Job artifacts",
    "summary": "Delete the artifacts of a project",
    "success": 202,
    "ability": "delete_job_artifact",
    "repeatable": true,
    "credentials": [
      "personalToken",
      "personalTokenQuery",
      "bearerToken",
      "oauthTokenQuery"
    ],
    "multiSegment": [],
    "path_parameters": {
      "id": "integer|string"
    },
    "query_parameters": {},
    "takesBody": false,
    "answers": {
      "202": [
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
      "409": [
        "application/json"
      ],
      "429": [
        "application/json"
      ],
      "500": [
        "application/json"
      ],
      "503": [
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
      ],
      "503": [
        "application/json"
      ]
    }
  },
  "listPipelineJobs": {
    "method": "get",
    "path": "/projects/{id}/pipelines/{pipeline_id}/jobs",
    "tag": "Jobs",
    "summary": "List the jobs of a pipeline",
    "success": 200,
    "ability": "read_pipeline",
    "repeatable": true,
    "credentials": [
      "personalToken",
      "personalTokenQuery",
      "bearerToken",
      "oauthTokenQuery",
      "jobToken",
      "jobTokenQuery",
      "anonymous"
    ],
    "multiSegment": [],
    "path_parameters": {
      "id": "integer|string",
      "pipeline_id": "integer"
    },
    "query_parameters": {
      "scope": "string",
      "scope[]": "array",
      "include_retried": "boolean",
      "page": "integer",
      "per_page": "integer"
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
      "429": [
        "application/json"
      ],
      "500": [
        "application/json"
      ],
      "503": [
        "application/json"
      ]
    }
  },
  "listPipelineBridges": {
    "method": "get",
    "path": "/projects/{id}/pipelines/{pipeline_id}/bridges",
    "tag": "Jobs",
    "summary": "List the trigger jobs of a pipeline",
    "success": 200,
    "ability": "read_build",
    "repeatable": true,
    "credentials": [
      "personalToken",
      "personalTokenQuery",
      "bearerToken",
      "oauthTokenQuery",
      "jobToken",
      "jobTokenQuery",
      "anonymous"
    ],
    "multiSegment": [],
    "path_parameters": {
      "id": "integer|string",
      "pipeline_id": "integer"
    },
    "query_parameters": {
      "scope": "string",
      "scope[]": "array",
      "page": "integer",
      "per_page": "integer"
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
      "429": [
        "application/json"
      ],
      "500": [
        "application/json"
      ],
      "503": [
        "application/json"
      ]
    }
  },
  "getJob": {
    "method": "get",
    "path": "/projects/{id}/jobs/{job_id}",
    "tag": "Jobs",
    "summary": "Read a job",
    "success": 200,
    "ability": "read_build",
    "repeatable": true,
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
      "429": [
        "application/json"
      ],
      "500": [
        "application/json"
      ],
      "503": [
        "application/json"
      ]
    }
  },
  "getJobLog": {
    "method": "get",
    "path": "/projects/{id}/jobs/{job_id}/trace",
    "tag": "Jobs",
    "summary": "Read the log of a job",
    "success": 200,
    "ability": "read_build_trace",
    "repeatable": true,
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
    "query_parameters": {
      "byte_offset": "integer",
      "byte_limit": "integer"
    },
    "takesBody": false,
    "answers": {
      "200": [
        "text/plain"
      ],
      "206": [
        "text/plain"
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
      "416": [
        "application/json"
      ],
      "429": [
        "application/json"
      ],
      "500": [
        "application/json"
      ],
      "503": [
        "application/json"
      ]
    }
  },
  "cancelJob": {
    "method": "post",
    "path": "/projects/{id}/jobs/{job_id}/cancel",
    "tag": "Job actions",
    "summary": "Cancel a job",
    "success": 201,
    "ability": "cancel_build",
    "repeatable": true,
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
    "query_parameters": {
      "force": "boolean"
    },
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
      "409": [
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
      ],
      "503": [
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
      "409": [
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
      ],
      "503": [
        "application/json"
      ]
    }
  },
  "eraseJob": {
    "method": "post",
    "path": "/projects/{id}/jobs/{job_id}/erase",
    "tag": "Job actions",
    "summary": "Erase a job",
    "success": 201,
    "ability": "erase_build",
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
    "takesBody": false,
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
      "409": [
        "application/json"
      ],
      "429": [
        "application/json"
      ],
      "500": [
        "application/json"
      ],
      "503": [
        "application/json"
      ]
    }
  },
  "playJob": {
    "method": "post",
    "path": "/projects/{id}/jobs/{job_id}/play",
    "tag": "Job actions",
    "summary": "Play a manual job",
    "success": 200,
    "ability": "play_job",
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
      "200": [
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
      "409": [
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
      ],
      "503": [
        "application/json"
      ]
    }
  },
  "downloadJobArtifacts": {
    "method": "get",
    "path": "/projects/{id}/jobs/{job_id}/artifacts",
    "tag": "Job artifacts",
    "summary": "Download the archive of a job",
    "success": 200,
    "ability": "read_job_artifacts",
    "repeatable": true,
    "credentials": [
      "personalToken",
      "personalTokenQuery",
      "bearerToken",
      "oauthTokenQuery",
      "jobToken",
      "jobTokenQuery",
      "anonymous"
    ],
    "multiSegment": [],
    "path_parameters": {
      "id": "integer|string",
      "job_id": "integer"
    },
    "query_parameters": {},
    "takesBody": false,
    "answers": {
      "200": [
        "application/octet-stream"
      ],
      "206": [
        "application/octet-stream"
      ],
      "301": [
        "text/plain"
      ],
      "302": [
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
      "416": [
        "application/json"
      ],
      "429": [
        "application/json"
      ],
      "500": [
        "application/json"
      ],
      "503": [
        "application/json"
      ]
    }
  },
  "deleteJobArtifacts": {
    "method": "delete",
    "path": "/projects/{id}/jobs/{job_id}/artifacts",
    "tag": "Job artifacts",
    "summary": "Delete the artifacts of a job",
    "success": 204,
    "ability": "delete_job_artifact",
    "repeatable": true,
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
    "takesBody": false,
    "answers": {
      "204": [],
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
      "409": [
        "application/json"
      ],
      "429": [
        "application/json"
      ],
      "500": [
        "application/json"
      ],
      "503": [
        "application/json"
      ]
    }
  },
  "listJobArtifactTree": {
    "method": "get",
    "path": "/projects/{id}/jobs/{job_id}/artifacts/tree",
    "tag": "Job artifacts",
    "summary": "List what is in the archive of a job",
    "success": 200,
    "ability": "read_job_artifacts",
    "repeatable": true,
    "credentials": [
      "personalToken",
      "personalTokenQuery",
      "bearerToken",
      "oauthTokenQuery",
      "jobToken",
      "jobTokenQuery",
      "anonymous"
    ],
    "multiSegment": [],
    "path_parameters": {
      "id": "integer|string",
      "job_id": "integer"
    },
    "query_parameters": {
      "path": "string",
      "recursive": "boolean",
      "page": "integer",
      "per_page": "integer"
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
      "429": [
        "application/json"
      ],
      "500": [
        "application/json"
      ],
      "503": [
        "application/json"
      ]
    }
  },
  "keepJobArtifacts": {
    "method": "post",
    "path": "/projects/{id}/jobs/{job_id}/artifacts/keep",
    "tag": "Job artifacts",
    "summary": "Keep the artifacts of a job",
    "success": 200,
    "ability": "keep_job_artifacts",
    "repeatable": true,
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
    "takesBody": false,
    "answers": {
      "200": [
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
      "409": [
        "application/json"
      ],
      "429": [
        "application/json"
      ],
      "500": [
        "application/json"
      ],
      "503": [
        "application/json"
      ]
    }
  },
  "getJobArtifactFile": {
    "method": "get",
    "path": "/projects/{id}/jobs/{job_id}/artifacts/{artifact_path}",
    "tag": "Job artifacts",
    "summary": "Download one file from the archive of a job",
    "success": 200,
    "ability": "read_job_artifacts",
    "repeatable": true,
    "credentials": [
      "personalToken",
      "personalTokenQuery",
      "bearerToken",
      "oauthTokenQuery",
      "jobToken",
      "jobTokenQuery",
      "anonymous"
    ],
    "multiSegment": [
      "artifact_path"
    ],
    "path_parameters": {
      "id": "integer|string",
      "job_id": "integer",
      "artifact_path": "string"
    },
    "query_parameters": {},
    "takesBody": false,
    "answers": {
      "200": [
        "application/octet-stream"
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
      "429": [
        "application/json"
      ],
      "500": [
        "application/json"
      ],
      "503": [
        "application/json"
      ]
    }
  },
  "downloadRefArtifacts": {
    "method": "get",
    "path": "/projects/{id}/jobs/artifacts/{ref_name}/download",
    "tag": "Job artifacts",
    "summary": "Download the archive of the latest successful job of a ref",
    "success": 200,
    "ability": "read_job_artifacts",
    "repeatable": true,
    "credentials": [
      "personalToken",
      "personalTokenQuery",
      "bearerToken",
      "oauthTokenQuery",
      "jobToken",
      "jobTokenQuery",
      "anonymous"
    ],
    "multiSegment": [
      "ref_name"
    ],
    "path_parameters": {
      "id": "integer|string",
      "ref_name": "string"
    },
    "query_parameters": {
      "job": "string",
      "search_recent_successful_pipelines": "boolean"
    },
    "takesBody": false,
    "answers": {
      "200": [
        "application/octet-stream"
      ],
      "206": [
        "application/octet-stream"
      ],
      "301": [
        "text/plain"
      ],
      "302": [
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
      "416": [
        "application/json"
      ],
      "429": [
        "application/json"
      ],
      "500": [
        "application/json"
      ],
      "503": [
        "application/json"
      ]
    }
  },
  "getRefArtifactFile": {
    "method": "get",
    "path": "/projects/{id}/jobs/artifacts/{ref_name}/raw/{artifact_path}",
    "tag": "Job artifacts",
    "summary": "Download one file from the latest successful job of a ref",
    "success": 200,
    "ability": "read_job_artifacts",
    "repeatable": true,
    "credentials": [
      "personalToken",
      "personalTokenQuery",
      "bearerToken",
      "oauthTokenQuery",
      "jobToken",
      "jobTokenQuery",
      "anonymous"
    ],
    "multiSegment": [
      "ref_name",
      "artifact_path"
    ],
    "path_parameters": {
      "id": "integer|string",
      "ref_name": "string",
      "artifact_path": "string"
    },
    "query_parameters": {
      "job": "string",
      "search_recent_successful_pipelines": "boolean"
    },
    "takesBody": false,
    "answers": {
      "200": [
        "application/octet-stream"
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
      "429": [
        "application/json"
      ],
      "500": [
        "application/json"
      ],
      "503": [
        "application/json"
      ]
    }
  }
} as const
