// Generated from openapi/ by `npm run generate`. Do not edit.

export const neighbours = {
  "getProject": {
    "method": "get",
    "path": "/projects/{id}",
    "tag": "Projects",
    "summary": "Read a project",
    "success": 200,
    "ability": "read_project",
    "repeatable": true,
    "credentials": [
      "personalToken",
      "personalTokenQuery",
      "bearerToken",
      "oauthTokenQuery",
      "anonymous"
    ],
    "multiSegment": [],
    "path_parameters": {
      "id": "integer|string"
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
  "getCurrentUser": {
    "method": "get",
    "path": "/user",
    "tag": "Users",
    "summary": "Read who is asking",
    "success": 200,
    "ability": "none",
    "repeatable": true,
    "credentials": [
      "personalToken",
      "personalTokenQuery",
      "bearerToken",
      "oauthTokenQuery"
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
