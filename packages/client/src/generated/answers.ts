// Generated from openapi/ by `npm run generate`. Do not edit.

/** What must be in an answer, by operation, as JSON Schema 2020-12. What they share stands in `definitions`, for `$defs`. */
export const operations: Readonly<Record<string, object>> = {
  "getTokenJob": {
    "$ref": "#/$defs/Job"
  },
  "getAllowedAgents": {
    "$ref": "#/$defs/AllowedAgents"
  },
  "deleteProjectArtifacts": {
    "$ref": "#/$defs/Accepted"
  },
  "listProjectJobs": {
    "type": "array",
    "maxItems": 100,
    "items": {
      "$ref": "#/$defs/Job"
    }
  },
  "listPipelineJobs": {
    "type": "array",
    "maxItems": 100,
    "items": {
      "$ref": "#/$defs/Job"
    }
  },
  "listPipelineBridges": {
    "type": "array",
    "maxItems": 100,
    "items": {
      "$ref": "#/$defs/Bridge"
    }
  },
  "getJob": {
    "$ref": "#/$defs/Job"
  },
  "cancelJob": {
    "$ref": "#/$defs/Job"
  },
  "retryJob": {
    "$ref": "#/$defs/Job"
  },
  "eraseJob": {
    "$ref": "#/$defs/Job"
  },
  "playJob": {
    "oneOf": [
      {
        "$ref": "#/$defs/Job"
      },
      {
        "$ref": "#/$defs/Bridge"
      }
    ]
  },
  "listJobArtifactTree": {
    "type": "array",
    "maxItems": 100,
    "items": {
      "$ref": "#/$defs/ArtifactTreeEntry"
    }
  },
  "keepJobArtifacts": {
    "$ref": "#/$defs/Job"
  }
}

export const definitions: Readonly<Record<string, object>> = {
  "Job": {
    "type": "object",
    "required": [
      "id",
      "status",
      "stage",
      "name",
      "ref",
      "tag",
      "coverage",
      "allow_failure",
      "created_at",
      "started_at",
      "finished_at",
      "erased_at",
      "duration",
      "queued_duration",
      "user",
      "commit",
      "pipeline",
      "web_url",
      "project",
      "artifacts",
      "runner",
      "artifacts_expire_at",
      "archived",
      "tag_list"
    ],
    "properties": {
      "id": {
        "type": "integer",
        "format": "int64",
        "minimum": 1
      },
      "status": {
        "$ref": "#/$defs/JobStatus"
      },
      "stage": {
        "type": [
          "string",
          "null"
        ],
        "maxLength": 255
      },
      "name": {
        "type": "string",
        "maxLength": 255
      },
      "ref": {
        "type": [
          "string",
          "null"
        ],
        "maxLength": 255
      },
      "tag": {
        "type": "boolean"
      },
      "coverage": {
        "type": [
          "number",
          "null"
        ],
        "minimum": 0
      },
      "allow_failure": {
        "type": "boolean"
      },
      "created_at": {
        "type": "string",
        "format": "date-time"
      },
      "started_at": {
        "type": [
          "string",
          "null"
        ],
        "format": "date-time"
      },
      "finished_at": {
        "type": [
          "string",
          "null"
        ],
        "format": "date-time"
      },
      "erased_at": {
        "type": [
          "string",
          "null"
        ],
        "format": "date-time"
      },
      "duration": {
        "type": [
          "number",
          "null"
        ],
        "minimum": 0
      },
      "queued_duration": {
        "type": [
          "number",
          "null"
        ],
        "minimum": 0
      },
      "user": {
        "oneOf": [
          {
            "$ref": "#/$defs/User"
          },
          {
            "type": "null"
          }
        ]
      },
      "commit": {
        "oneOf": [
          {
            "$ref": "#/$defs/Commit"
          },
          {
            "type": "null"
          }
        ]
      },
      "pipeline": {
        "$ref": "#/$defs/PipelineBasic"
      },
      "failure_reason": {
        "$ref": "#/$defs/FailureReason"
      },
      "web_url": {
        "type": "string",
        "format": "uri"
      },
      "project": {
        "$ref": "#/$defs/JobProject"
      },
      "artifacts_file": {
        "$ref": "#/$defs/ArtifactFile"
      },
      "artifacts": {
        "type": "array",
        "maxItems": 100,
        "items": {
          "$ref": "#/$defs/Artifact"
        }
      },
      "runner": {
        "oneOf": [
          {
            "$ref": "#/$defs/Runner"
          },
          {
            "type": "null"
          }
        ]
      },
      "runner_manager": {
        "oneOf": [
          {
            "$ref": "#/$defs/RunnerManager"
          },
          {
            "type": "null"
          }
        ]
      },
      "artifacts_expire_at": {
        "type": [
          "string",
          "null"
        ],
        "format": "date-time"
      },
      "archived": {
        "type": "boolean"
      },
      "tag_list": {
        "type": "array",
        "maxItems": 50,
        "items": {
          "type": "string",
          "maxLength": 255
        }
      }
    }
  },
  "AllowedAgents": {
    "type": "object",
    "required": [
      "allowed_agents",
      "job",
      "pipeline",
      "project",
      "user"
    ],
    "properties": {
      "allowed_agents": {
        "type": "array",
        "maxItems": 1000,
        "items": {
          "$ref": "#/$defs/AllowedAgent"
        }
      },
      "job": {
        "type": "object",
        "required": [
          "id"
        ],
        "properties": {
          "id": {
            "type": "integer",
            "format": "int64",
            "minimum": 1
          }
        }
      },
      "pipeline": {
        "type": "object",
        "required": [
          "id"
        ],
        "properties": {
          "id": {
            "type": "integer",
            "format": "int64",
            "minimum": 1
          }
        }
      },
      "project": {
        "type": "object",
        "required": [
          "id",
          "groups"
        ],
        "properties": {
          "id": {
            "type": "integer",
            "format": "int64",
            "minimum": 1
          },
          "groups": {
            "type": "array",
            "maxItems": 100,
            "items": {
              "type": "object",
              "required": [
                "id"
              ],
              "properties": {
                "id": {
                  "type": "integer",
                  "format": "int64",
                  "minimum": 1
                }
              }
            }
          }
        }
      },
      "user": {
        "type": "object",
        "required": [
          "id",
          "username",
          "roles_in_project"
        ],
        "properties": {
          "id": {
            "type": "integer",
            "format": "int64",
            "minimum": 1
          },
          "username": {
            "type": "string",
            "maxLength": 255
          },
          "roles_in_project": {
            "type": "array",
            "maxItems": 10,
            "items": {
              "type": "string",
              "pattern": "^[a-z_]+$"
            }
          }
        }
      },
      "environment": {
        "type": "object",
        "required": [
          "tier",
          "slug"
        ],
        "properties": {
          "tier": {
            "type": "string",
            "pattern": "^[a-z]+$"
          },
          "slug": {
            "type": "string",
            "maxLength": 63
          }
        }
      }
    }
  },
  "Accepted": {
    "type": "object",
    "required": [
      "message"
    ],
    "properties": {
      "message": {
        "type": "string",
        "const": "202 Accepted"
      }
    }
  },
  "Bridge": {
    "type": "object",
    "required": [
      "id",
      "status",
      "stage",
      "name",
      "ref",
      "tag",
      "coverage",
      "allow_failure",
      "created_at",
      "started_at",
      "finished_at",
      "erased_at",
      "duration",
      "queued_duration",
      "user",
      "commit",
      "pipeline",
      "web_url",
      "project",
      "downstream_pipeline"
    ],
    "properties": {
      "id": {
        "type": "integer",
        "format": "int64",
        "minimum": 1
      },
      "status": {
        "$ref": "#/$defs/JobStatus"
      },
      "stage": {
        "type": [
          "string",
          "null"
        ],
        "maxLength": 255
      },
      "name": {
        "type": "string",
        "maxLength": 255
      },
      "ref": {
        "type": [
          "string",
          "null"
        ],
        "maxLength": 255
      },
      "tag": {
        "type": "boolean"
      },
      "coverage": {
        "type": [
          "number",
          "null"
        ],
        "minimum": 0
      },
      "allow_failure": {
        "type": "boolean"
      },
      "created_at": {
        "type": "string",
        "format": "date-time"
      },
      "started_at": {
        "type": [
          "string",
          "null"
        ],
        "format": "date-time"
      },
      "finished_at": {
        "type": [
          "string",
          "null"
        ],
        "format": "date-time"
      },
      "erased_at": {
        "type": [
          "string",
          "null"
        ],
        "format": "date-time"
      },
      "duration": {
        "type": [
          "number",
          "null"
        ],
        "minimum": 0
      },
      "queued_duration": {
        "type": [
          "number",
          "null"
        ],
        "minimum": 0
      },
      "user": {
        "oneOf": [
          {
            "$ref": "#/$defs/User"
          },
          {
            "type": "null"
          }
        ]
      },
      "commit": {
        "oneOf": [
          {
            "$ref": "#/$defs/Commit"
          },
          {
            "type": "null"
          }
        ]
      },
      "pipeline": {
        "$ref": "#/$defs/PipelineBasic"
      },
      "failure_reason": {
        "$ref": "#/$defs/FailureReason"
      },
      "web_url": {
        "type": "string",
        "format": "uri"
      },
      "project": {
        "$ref": "#/$defs/JobProject"
      },
      "downstream_pipeline": {
        "oneOf": [
          {
            "$ref": "#/$defs/PipelineBasic"
          },
          {
            "type": "null"
          }
        ]
      }
    }
  },
  "ArtifactTreeEntry": {
    "type": "object",
    "required": [
      "name",
      "path",
      "type",
      "mode"
    ],
    "properties": {
      "name": {
        "type": "string",
        "maxLength": 1000
      },
      "path": {
        "type": "string",
        "maxLength": 4096
      },
      "type": {
        "type": "string",
        "minLength": 1
      },
      "size": {
        "type": "integer",
        "format": "int64",
        "minimum": 0
      },
      "mode": {
        "type": [
          "string",
          "null"
        ],
        "pattern": "^[0-7]{6}$"
      }
    }
  },
  "JobStatus": {
    "type": "string",
    "minLength": 1
  },
  "User": {
    "type": "object",
    "required": [
      "id",
      "username",
      "name",
      "state",
      "locked",
      "avatar_url",
      "web_url",
      "created_at",
      "public_email",
      "bio",
      "location",
      "linkedin",
      "twitter",
      "discord",
      "website_url",
      "github",
      "organization",
      "job_title",
      "pronouns",
      "bot",
      "work_information",
      "local_time"
    ],
    "properties": {
      "id": {
        "type": "integer",
        "format": "int64",
        "minimum": 1
      },
      "username": {
        "type": "string",
        "maxLength": 1000
      },
      "name": {
        "type": "string",
        "maxLength": 1000
      },
      "state": {
        "type": "string",
        "minLength": 1
      },
      "locked": {
        "type": "boolean"
      },
      "avatar_url": {
        "type": [
          "string",
          "null"
        ],
        "maxLength": 1000
      },
      "web_url": {
        "type": "string",
        "format": "uri"
      },
      "created_at": {
        "type": "string",
        "format": "date-time"
      },
      "public_email": {
        "type": [
          "string",
          "null"
        ],
        "maxLength": 1000
      },
      "bio": {
        "type": [
          "string",
          "null"
        ],
        "maxLength": 1000
      },
      "location": {
        "type": [
          "string",
          "null"
        ],
        "maxLength": 1000
      },
      "linkedin": {
        "type": "string",
        "maxLength": 1000
      },
      "twitter": {
        "type": "string",
        "maxLength": 1000
      },
      "discord": {
        "type": "string",
        "maxLength": 1000
      },
      "website_url": {
        "type": "string",
        "maxLength": 1000
      },
      "github": {
        "type": "string",
        "maxLength": 1000
      },
      "organization": {
        "type": [
          "string",
          "null"
        ],
        "maxLength": 1000
      },
      "job_title": {
        "type": [
          "string",
          "null"
        ],
        "maxLength": 1000
      },
      "pronouns": {
        "type": [
          "string",
          "null"
        ],
        "maxLength": 1000
      },
      "bot": {
        "type": "boolean"
      },
      "work_information": {
        "type": [
          "string",
          "null"
        ],
        "maxLength": 1000
      },
      "local_time": {
        "type": [
          "string",
          "null"
        ],
        "maxLength": 1000
      }
    }
  },
  "Commit": {
    "type": "object",
    "required": [
      "id",
      "short_id",
      "created_at",
      "parent_ids",
      "title",
      "message",
      "author_name",
      "author_email",
      "authored_date",
      "committer_name",
      "committer_email",
      "committed_date",
      "trailers",
      "extended_trailers",
      "web_url"
    ],
    "properties": {
      "id": {
        "type": "string",
        "pattern": "^([0-9a-f]{40}|[0-9a-f]{64})$"
      },
      "short_id": {
        "type": "string",
        "pattern": "^[0-9a-f]{7,64}$"
      },
      "created_at": {
        "type": "string",
        "format": "date-time"
      },
      "parent_ids": {
        "type": "array",
        "maxItems": 100,
        "items": {
          "type": "string",
          "pattern": "^([0-9a-f]{40}|[0-9a-f]{64})$"
        }
      },
      "title": {
        "type": "string",
        "minLength": 0
      },
      "message": {
        "type": "string",
        "minLength": 0
      },
      "author_name": {
        "type": "string",
        "minLength": 0
      },
      "author_email": {
        "type": "string",
        "minLength": 0
      },
      "authored_date": {
        "type": "string",
        "format": "date-time"
      },
      "committer_name": {
        "type": "string",
        "minLength": 0
      },
      "committer_email": {
        "type": "string",
        "minLength": 0
      },
      "committed_date": {
        "type": "string",
        "format": "date-time"
      },
      "trailers": {
        "type": "object",
        "additionalProperties": {
          "type": "string"
        }
      },
      "extended_trailers": {
        "type": "object",
        "additionalProperties": {
          "type": "array",
          "items": {
            "type": "string"
          }
        }
      },
      "web_url": {
        "type": "string",
        "format": "uri"
      }
    }
  },
  "PipelineBasic": {
    "type": "object",
    "required": [
      "id",
      "iid",
      "project_id",
      "sha",
      "ref",
      "status",
      "source",
      "created_at",
      "updated_at",
      "web_url"
    ],
    "properties": {
      "id": {
        "type": "integer",
        "format": "int64",
        "minimum": 1
      },
      "iid": {
        "type": "integer",
        "format": "int64",
        "minimum": 1
      },
      "project_id": {
        "type": "integer",
        "format": "int64",
        "minimum": 1
      },
      "sha": {
        "type": "string",
        "pattern": "^([0-9a-f]{40}|[0-9a-f]{64})$"
      },
      "ref": {
        "type": "string",
        "maxLength": 255
      },
      "status": {
        "$ref": "#/$defs/JobStatus"
      },
      "source": {
        "type": "string",
        "minLength": 1
      },
      "created_at": {
        "type": "string",
        "format": "date-time"
      },
      "updated_at": {
        "type": [
          "string",
          "null"
        ],
        "format": "date-time"
      },
      "web_url": {
        "type": "string",
        "format": "uri"
      }
    }
  },
  "FailureReason": {
    "type": "string",
    "minLength": 1
  },
  "JobProject": {
    "type": "object",
    "required": [
      "ci_job_token_scope_enabled"
    ],
    "properties": {
      "ci_job_token_scope_enabled": {
        "type": "boolean"
      }
    }
  },
  "AllowedAgent": {
    "type": "object",
    "required": [
      "id",
      "config_project",
      "configuration"
    ],
    "properties": {
      "id": {
        "type": "integer",
        "format": "int64",
        "minimum": 1
      },
      "config_project": {
        "$ref": "#/$defs/ProjectIdentity"
      },
      "configuration": {
        "type": "object",
        "additionalProperties": true
      }
    }
  },
  "ProjectIdentity": {
    "type": "object",
    "required": [
      "id",
      "description",
      "name",
      "name_with_namespace",
      "path",
      "path_with_namespace",
      "created_at"
    ],
    "properties": {
      "id": {
        "type": "integer",
        "format": "int64",
        "minimum": 1
      },
      "description": {
        "type": [
          "string",
          "null"
        ],
        "maxLength": 2000
      },
      "name": {
        "type": "string",
        "maxLength": 255
      },
      "name_with_namespace": {
        "type": "string",
        "maxLength": 1000
      },
      "path": {
        "type": "string",
        "maxLength": 255
      },
      "path_with_namespace": {
        "type": "string",
        "maxLength": 1000
      },
      "created_at": {
        "type": "string",
        "format": "date-time"
      }
    }
  },
  "ArtifactFile": {
    "type": "object",
    "required": [
      "filename",
      "size"
    ],
    "properties": {
      "filename": {
        "type": "string",
        "maxLength": 1000
      },
      "size": {
        "type": [
          "integer",
          "null"
        ],
        "format": "int64",
        "minimum": 0
      }
    }
  },
  "Artifact": {
    "type": "object",
    "required": [
      "file_type",
      "size",
      "filename",
      "file_format"
    ],
    "properties": {
      "file_type": {
        "type": "string",
        "minLength": 1
      },
      "size": {
        "type": [
          "integer",
          "null"
        ],
        "format": "int64",
        "minimum": 0
      },
      "filename": {
        "type": "string",
        "maxLength": 1000
      },
      "file_format": {
        "type": [
          "string",
          "null"
        ],
        "minLength": 1
      }
    }
  },
  "Runner": {
    "type": "object",
    "required": [
      "id",
      "description",
      "ip_address",
      "active",
      "paused",
      "is_shared",
      "runner_type",
      "name",
      "online",
      "status"
    ],
    "properties": {
      "id": {
        "type": "integer",
        "format": "int64",
        "minimum": 1
      },
      "description": {
        "type": [
          "string",
          "null"
        ],
        "maxLength": 1000
      },
      "ip_address": {
        "type": "null"
      },
      "active": {
        "type": "boolean"
      },
      "paused": {
        "type": "boolean"
      },
      "is_shared": {
        "type": "boolean"
      },
      "runner_type": {
        "type": "string",
        "minLength": 1
      },
      "name": {
        "type": [
          "string",
          "null"
        ],
        "maxLength": 1000
      },
      "online": {
        "type": [
          "boolean",
          "null"
        ]
      },
      "status": {
        "type": "string",
        "minLength": 1
      }
    }
  },
  "RunnerManager": {
    "type": "object",
    "required": [
      "id",
      "system_id",
      "version",
      "revision",
      "platform",
      "architecture",
      "created_at",
      "contacted_at",
      "ip_address",
      "status"
    ],
    "properties": {
      "id": {
        "type": "integer",
        "format": "int64",
        "minimum": 1
      },
      "system_id": {
        "type": "string",
        "maxLength": 1000
      },
      "version": {
        "type": [
          "string",
          "null"
        ],
        "maxLength": 1000
      },
      "revision": {
        "type": [
          "string",
          "null"
        ],
        "maxLength": 1000
      },
      "platform": {
        "type": [
          "string",
          "null"
        ],
        "maxLength": 1000
      },
      "architecture": {
        "type": [
          "string",
          "null"
        ],
        "maxLength": 1000
      },
      "created_at": {
        "type": "string",
        "format": "date-time"
      },
      "contacted_at": {
        "type": [
          "string",
          "null"
        ],
        "format": "date-time"
      },
      "ip_address": {
        "type": [
          "string",
          "null"
        ],
        "maxLength": 1000
      },
      "status": {
        "type": "string",
        "minLength": 1
      }
    }
  }
}
