// Generated from openapi/ by `npm run generate`. Do not edit.
export interface paths {
    "/job": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Retry a job
         * @description Runs a finished job again, by making a new job that is like it.
         *
         *     The answer is the **new** job, with an id of its own and in the status that it has by then (`pending`, mostly). The
         *     old one keeps its status, its log and its artifacts; it is marked as retried, so the list of the pipeline's jobs
         *     leaves it out unless `include_retried` is given. Later jobs that were skipped because of the old one get their turn
         *     again. A manual or delayed job is put into the queue at once.
         *
         *     **Who may:** Developers and above; on a protected ref only those who may push or merge there. Nobody may retry an
         *     archived job. Job tokens are not accepted. Trigger jobs can be retried since 17.0; the answer is then a `Job` without
         *     `runner_manager`.
         *
         *     **In which states:** `success`, `failed`, `canceled` or `canceling`, and not retried before. Anything else is refused
         *     with 403. Sent twice, the second request is refused for that reason, so no job runs twice by accident.
         *
         *     **Inputs** that the job declares can be set anew; an input that it does not declare is refused with 400.
         */
        get: operations["getTokenJob"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/job/allowed_agents": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Retry a job
         * @description Runs a finished job again, by making a new job that is like it.
         *
         *     The answer is the **new** job, with an id of its own and in the status that it has by then (`pending`, mostly). The
         *     old one keeps its status, its log and its artifacts; it is marked as retried, so the list of the pipeline's jobs
         *     leaves it out unless `include_retried` is given. Later jobs that were skipped because of the old one get their turn
         *     again. A manual or delayed job is put into the queue at once.
         *
         *     **Who may:** Developers and above; on a protected ref only those who may push or merge there. Nobody may retry an
         *     archived job. Job tokens are not accepted. Trigger jobs can be retried since 17.0; the answer is then a `Job` without
         *     `runner_manager`.
         *
         *     **In which states:** `success`, `failed`, `canceled` or `canceling`, and not retried before. Anything else is refused
         *     with 403. Sent twice, the second request is refused for that reason, so no job runs twice by accident.
         *
         *     **Inputs** that the job declares can be set anew; an input that it does not declare is refused with 400.
         */
        get: operations["getAllowedAgents"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/projects/{id}/artifacts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Retry a job
         * @description Runs a finished job again, by making a new job that is like it.
         *
         *     The answer is the **new** job, with an id of its own and in the status that it has by then (`pending`, mostly). The
         *     old one keeps its status, its log and its artifacts; it is marked as retried, so the list of the pipeline's jobs
         *     leaves it out unless `include_retried` is given. Later jobs that were skipped because of the old one get their turn
         *     again. A manual or delayed job is put into the queue at once.
         *
         *     **Who may:** Developers and above; on a protected ref only those who may push or merge there. Nobody may retry an
         *     archived job. Job tokens are not accepted. Trigger jobs can be retried since 17.0; the answer is then a `Job` without
         *     `runner_manager`.
         *
         *     **In which states:** `success`, `failed`, `canceled` or `canceling`, and not retried before. Anything else is refused
         *     with 403. Sent twice, the second request is refused for that reason, so no job runs twice by accident.
         *
         *     **Inputs** that the job declares can be set anew; an input that it does not declare is refused with 400.
         */
        delete: operations["deleteProjectArtifacts"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/projects/{id}/jobs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the jobs of a project
         * @description All jobs of a project, newest first (by number, descending). Retried jobs and jobs that have only been created are
         *     among them; trigger jobs never are (see `listPipelineBridges`).
         *
         *     **Pages.** With `page` and `per_page`, or better with `pagination=keyset`, which stays fast in long lists and misses
         *     nothing while jobs come and go. Either way follow the `Link` header: its `rel="next"` is missing on the last page.
         *     This list never tells how many jobs there are (`X-Total`). By page numbers the list ends at the 50000th job; beyond,
         *     405 says to use keyset.
         *
         *     **Who may:** whoever may read the project's jobs: Reporters and above, and with public pipelines on also Guests and,
         *     in public and internal projects, everybody who is signed in. A token is always required, even in a public project. A
         *     job token is accepted since 18.x, if the project's allow-list lets its project in.
         *
         *     **What can go wrong:** an unknown status in `scope` (400), no token (401), a role that is too small (403), a project
         *     that does not exist or may not be seen (404), a keyset order other than by id descending (405).
         */
        get: operations["listProjectJobs"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/projects/{id}/pipelines/{pipeline_id}/jobs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Retry a job
         * @description Runs a finished job again, by making a new job that is like it.
         *
         *     The answer is the **new** job, with an id of its own and in the status that it has by then (`pending`, mostly). The
         *     old one keeps its status, its log and its artifacts; it is marked as retried, so the list of the pipeline's jobs
         *     leaves it out unless `include_retried` is given. Later jobs that were skipped because of the old one get their turn
         *     again. A manual or delayed job is put into the queue at once.
         *
         *     **Who may:** Developers and above; on a protected ref only those who may push or merge there. Nobody may retry an
         *     archived job. Job tokens are not accepted. Trigger jobs can be retried since 17.0; the answer is then a `Job` without
         *     `runner_manager`.
         *
         *     **In which states:** `success`, `failed`, `canceled` or `canceling`, and not retried before. Anything else is refused
         *     with 403. Sent twice, the second request is refused for that reason, so no job runs twice by accident.
         *
         *     **Inputs** that the job declares can be set anew; an input that it does not declare is refused with 400.
         */
        get: operations["listPipelineJobs"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/projects/{id}/pipelines/{pipeline_id}/bridges": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Retry a job
         * @description Runs a finished job again, by making a new job that is like it.
         *
         *     The answer is the **new** job, with an id of its own and in the status that it has by then (`pending`, mostly). The
         *     old one keeps its status, its log and its artifacts; it is marked as retried, so the list of the pipeline's jobs
         *     leaves it out unless `include_retried` is given. Later jobs that were skipped because of the old one get their turn
         *     again. A manual or delayed job is put into the queue at once.
         *
         *     **Who may:** Developers and above; on a protected ref only those who may push or merge there. Nobody may retry an
         *     archived job. Job tokens are not accepted. Trigger jobs can be retried since 17.0; the answer is then a `Job` without
         *     `runner_manager`.
         *
         *     **In which states:** `success`, `failed`, `canceled` or `canceling`, and not retried before. Anything else is refused
         *     with 403. Sent twice, the second request is refused for that reason, so no job runs twice by accident.
         *
         *     **Inputs** that the job declares can be set anew; an input that it does not declare is refused with 400.
         */
        get: operations["listPipelineBridges"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/projects/{id}/jobs/{job_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Retry a job
         * @description Runs a finished job again, by making a new job that is like it.
         *
         *     The answer is the **new** job, with an id of its own and in the status that it has by then (`pending`, mostly). The
         *     old one keeps its status, its log and its artifacts; it is marked as retried, so the list of the pipeline's jobs
         *     leaves it out unless `include_retried` is given. Later jobs that were skipped because of the old one get their turn
         *     again. A manual or delayed job is put into the queue at once.
         *
         *     **Who may:** Developers and above; on a protected ref only those who may push or merge there. Nobody may retry an
         *     archived job. Job tokens are not accepted. Trigger jobs can be retried since 17.0; the answer is then a `Job` without
         *     `runner_manager`.
         *
         *     **In which states:** `success`, `failed`, `canceled` or `canceling`, and not retried before. Anything else is refused
         *     with 403. Sent twice, the second request is refused for that reason, so no job runs twice by accident.
         *
         *     **Inputs** that the job declares can be set anew; an input that it does not declare is refused with 400.
         */
        get: operations["getJob"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/projects/{id}/jobs/{job_id}/trace": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Retry a job
         * @description Runs a finished job again, by making a new job that is like it.
         *
         *     The answer is the **new** job, with an id of its own and in the status that it has by then (`pending`, mostly). The
         *     old one keeps its status, its log and its artifacts; it is marked as retried, so the list of the pipeline's jobs
         *     leaves it out unless `include_retried` is given. Later jobs that were skipped because of the old one get their turn
         *     again. A manual or delayed job is put into the queue at once.
         *
         *     **Who may:** Developers and above; on a protected ref only those who may push or merge there. Nobody may retry an
         *     archived job. Job tokens are not accepted. Trigger jobs can be retried since 17.0; the answer is then a `Job` without
         *     `runner_manager`.
         *
         *     **In which states:** `success`, `failed`, `canceled` or `canceling`, and not retried before. Anything else is refused
         *     with 403. Sent twice, the second request is refused for that reason, so no job runs twice by accident.
         *
         *     **Inputs** that the job declares can be set anew; an input that it does not declare is refused with 400.
         */
        get: operations["getJobLog"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/projects/{id}/jobs/{job_id}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Retry a job
         * @description Runs a finished job again, by making a new job that is like it.
         *
         *     The answer is the **new** job, with an id of its own and in the status that it has by then (`pending`, mostly). The
         *     old one keeps its status, its log and its artifacts; it is marked as retried, so the list of the pipeline's jobs
         *     leaves it out unless `include_retried` is given. Later jobs that were skipped because of the old one get their turn
         *     again. A manual or delayed job is put into the queue at once.
         *
         *     **Who may:** Developers and above; on a protected ref only those who may push or merge there. Nobody may retry an
         *     archived job. Job tokens are not accepted. Trigger jobs can be retried since 17.0; the answer is then a `Job` without
         *     `runner_manager`.
         *
         *     **In which states:** `success`, `failed`, `canceled` or `canceling`, and not retried before. Anything else is refused
         *     with 403. Sent twice, the second request is refused for that reason, so no job runs twice by accident.
         *
         *     **Inputs** that the job declares can be set anew; an input that it does not declare is refused with 400.
         */
        post: operations["cancelJob"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/projects/{id}/jobs/{job_id}/retry": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Retry a job
         * @description Runs a finished job again, by making a new job that is like it.
         *
         *     The answer is the **new** job, with an id of its own and in the status that it has by then (`pending`, mostly). The
         *     old one keeps its status, its log and its artifacts; it is marked as retried, so the list of the pipeline's jobs
         *     leaves it out unless `include_retried` is given. Later jobs that were skipped because of the old one get their turn
         *     again. A manual or delayed job is put into the queue at once.
         *
         *     **Who may:** Developers and above; on a protected ref only those who may push or merge there. Nobody may retry an
         *     archived job. Job tokens are not accepted. Trigger jobs can be retried since 17.0; the answer is then a `Job` without
         *     `runner_manager`.
         *
         *     **In which states:** `success`, `failed`, `canceled` or `canceling`, and not retried before. Anything else is refused
         *     with 403. Sent twice, the second request is refused for that reason, so no job runs twice by accident.
         *
         *     **Inputs** that the job declares can be set anew; an input that it does not declare is refused with 400.
         */
        post: operations["retryJob"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/projects/{id}/jobs/{job_id}/erase": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Retry a job
         * @description Runs a finished job again, by making a new job that is like it.
         *
         *     The answer is the **new** job, with an id of its own and in the status that it has by then (`pending`, mostly). The
         *     old one keeps its status, its log and its artifacts; it is marked as retried, so the list of the pipeline's jobs
         *     leaves it out unless `include_retried` is given. Later jobs that were skipped because of the old one get their turn
         *     again. A manual or delayed job is put into the queue at once.
         *
         *     **Who may:** Developers and above; on a protected ref only those who may push or merge there. Nobody may retry an
         *     archived job. Job tokens are not accepted. Trigger jobs can be retried since 17.0; the answer is then a `Job` without
         *     `runner_manager`.
         *
         *     **In which states:** `success`, `failed`, `canceled` or `canceling`, and not retried before. Anything else is refused
         *     with 403. Sent twice, the second request is refused for that reason, so no job runs twice by accident.
         *
         *     **Inputs** that the job declares can be set anew; an input that it does not declare is refused with 400.
         */
        post: operations["eraseJob"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/projects/{id}/jobs/{job_id}/play": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Retry a job
         * @description Runs a finished job again, by making a new job that is like it.
         *
         *     The answer is the **new** job, with an id of its own and in the status that it has by then (`pending`, mostly). The
         *     old one keeps its status, its log and its artifacts; it is marked as retried, so the list of the pipeline's jobs
         *     leaves it out unless `include_retried` is given. Later jobs that were skipped because of the old one get their turn
         *     again. A manual or delayed job is put into the queue at once.
         *
         *     **Who may:** Developers and above; on a protected ref only those who may push or merge there. Nobody may retry an
         *     archived job. Job tokens are not accepted. Trigger jobs can be retried since 17.0; the answer is then a `Job` without
         *     `runner_manager`.
         *
         *     **In which states:** `success`, `failed`, `canceled` or `canceling`, and not retried before. Anything else is refused
         *     with 403. Sent twice, the second request is refused for that reason, so no job runs twice by accident.
         *
         *     **Inputs** that the job declares can be set anew; an input that it does not declare is refused with 400.
         */
        post: operations["playJob"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/projects/{id}/jobs/{job_id}/artifacts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Retry a job
         * @description Runs a finished job again, by making a new job that is like it.
         *
         *     The answer is the **new** job, with an id of its own and in the status that it has by then (`pending`, mostly). The
         *     old one keeps its status, its log and its artifacts; it is marked as retried, so the list of the pipeline's jobs
         *     leaves it out unless `include_retried` is given. Later jobs that were skipped because of the old one get their turn
         *     again. A manual or delayed job is put into the queue at once.
         *
         *     **Who may:** Developers and above; on a protected ref only those who may push or merge there. Nobody may retry an
         *     archived job. Job tokens are not accepted. Trigger jobs can be retried since 17.0; the answer is then a `Job` without
         *     `runner_manager`.
         *
         *     **In which states:** `success`, `failed`, `canceled` or `canceling`, and not retried before. Anything else is refused
         *     with 403. Sent twice, the second request is refused for that reason, so no job runs twice by accident.
         *
         *     **Inputs** that the job declares can be set anew; an input that it does not declare is refused with 400.
         */
        get: operations["downloadJobArtifacts"];
        put?: never;
        post?: never;
        /**
         * Retry a job
         * @description Runs a finished job again, by making a new job that is like it.
         *
         *     The answer is the **new** job, with an id of its own and in the status that it has by then (`pending`, mostly). The
         *     old one keeps its status, its log and its artifacts; it is marked as retried, so the list of the pipeline's jobs
         *     leaves it out unless `include_retried` is given. Later jobs that were skipped because of the old one get their turn
         *     again. A manual or delayed job is put into the queue at once.
         *
         *     **Who may:** Developers and above; on a protected ref only those who may push or merge there. Nobody may retry an
         *     archived job. Job tokens are not accepted. Trigger jobs can be retried since 17.0; the answer is then a `Job` without
         *     `runner_manager`.
         *
         *     **In which states:** `success`, `failed`, `canceled` or `canceling`, and not retried before. Anything else is refused
         *     with 403. Sent twice, the second request is refused for that reason, so no job runs twice by accident.
         *
         *     **Inputs** that the job declares can be set anew; an input that it does not declare is refused with 400.
         */
        delete: operations["deleteJobArtifacts"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/projects/{id}/jobs/{job_id}/artifacts/tree": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Retry a job
         * @description Runs a finished job again, by making a new job that is like it.
         *
         *     The answer is the **new** job, with an id of its own and in the status that it has by then (`pending`, mostly). The
         *     old one keeps its status, its log and its artifacts; it is marked as retried, so the list of the pipeline's jobs
         *     leaves it out unless `include_retried` is given. Later jobs that were skipped because of the old one get their turn
         *     again. A manual or delayed job is put into the queue at once.
         *
         *     **Who may:** Developers and above; on a protected ref only those who may push or merge there. Nobody may retry an
         *     archived job. Job tokens are not accepted. Trigger jobs can be retried since 17.0; the answer is then a `Job` without
         *     `runner_manager`.
         *
         *     **In which states:** `success`, `failed`, `canceled` or `canceling`, and not retried before. Anything else is refused
         *     with 403. Sent twice, the second request is refused for that reason, so no job runs twice by accident.
         *
         *     **Inputs** that the job declares can be set anew; an input that it does not declare is refused with 400.
         */
        get: operations["listJobArtifactTree"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/projects/{id}/jobs/{job_id}/artifacts/keep": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Retry a job
         * @description Runs a finished job again, by making a new job that is like it.
         *
         *     The answer is the **new** job, with an id of its own and in the status that it has by then (`pending`, mostly). The
         *     old one keeps its status, its log and its artifacts; it is marked as retried, so the list of the pipeline's jobs
         *     leaves it out unless `include_retried` is given. Later jobs that were skipped because of the old one get their turn
         *     again. A manual or delayed job is put into the queue at once.
         *
         *     **Who may:** Developers and above; on a protected ref only those who may push or merge there. Nobody may retry an
         *     archived job. Job tokens are not accepted. Trigger jobs can be retried since 17.0; the answer is then a `Job` without
         *     `runner_manager`.
         *
         *     **In which states:** `success`, `failed`, `canceled` or `canceling`, and not retried before. Anything else is refused
         *     with 403. Sent twice, the second request is refused for that reason, so no job runs twice by accident.
         *
         *     **Inputs** that the job declares can be set anew; an input that it does not declare is refused with 400.
         */
        post: operations["keepJobArtifacts"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/projects/{id}/jobs/{job_id}/artifacts/{artifact_path}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Retry a job
         * @description Runs a finished job again, by making a new job that is like it.
         *
         *     The answer is the **new** job, with an id of its own and in the status that it has by then (`pending`, mostly). The
         *     old one keeps its status, its log and its artifacts; it is marked as retried, so the list of the pipeline's jobs
         *     leaves it out unless `include_retried` is given. Later jobs that were skipped because of the old one get their turn
         *     again. A manual or delayed job is put into the queue at once.
         *
         *     **Who may:** Developers and above; on a protected ref only those who may push or merge there. Nobody may retry an
         *     archived job. Job tokens are not accepted. Trigger jobs can be retried since 17.0; the answer is then a `Job` without
         *     `runner_manager`.
         *
         *     **In which states:** `success`, `failed`, `canceled` or `canceling`, and not retried before. Anything else is refused
         *     with 403. Sent twice, the second request is refused for that reason, so no job runs twice by accident.
         *
         *     **Inputs** that the job declares can be set anew; an input that it does not declare is refused with 400.
         */
        get: operations["getJobArtifactFile"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/projects/{id}/jobs/artifacts/{ref_name}/download": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Retry a job
         * @description Runs a finished job again, by making a new job that is like it.
         *
         *     The answer is the **new** job, with an id of its own and in the status that it has by then (`pending`, mostly). The
         *     old one keeps its status, its log and its artifacts; it is marked as retried, so the list of the pipeline's jobs
         *     leaves it out unless `include_retried` is given. Later jobs that were skipped because of the old one get their turn
         *     again. A manual or delayed job is put into the queue at once.
         *
         *     **Who may:** Developers and above; on a protected ref only those who may push or merge there. Nobody may retry an
         *     archived job. Job tokens are not accepted. Trigger jobs can be retried since 17.0; the answer is then a `Job` without
         *     `runner_manager`.
         *
         *     **In which states:** `success`, `failed`, `canceled` or `canceling`, and not retried before. Anything else is refused
         *     with 403. Sent twice, the second request is refused for that reason, so no job runs twice by accident.
         *
         *     **Inputs** that the job declares can be set anew; an input that it does not declare is refused with 400.
         */
        get: operations["downloadRefArtifacts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/projects/{id}/jobs/artifacts/{ref_name}/raw/{artifact_path}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Retry a job
         * @description Runs a finished job again, by making a new job that is like it.
         *
         *     The answer is the **new** job, with an id of its own and in the status that it has by then (`pending`, mostly). The
         *     old one keeps its status, its log and its artifacts; it is marked as retried, so the list of the pipeline's jobs
         *     leaves it out unless `include_retried` is given. Later jobs that were skipped because of the old one get their turn
         *     again. A manual or delayed job is put into the queue at once.
         *
         *     **Who may:** Developers and above; on a protected ref only those who may push or merge there. Nobody may retry an
         *     archived job. Job tokens are not accepted. Trigger jobs can be retried since 17.0; the answer is then a `Job` without
         *     `runner_manager`.
         *
         *     **In which states:** `success`, `failed`, `canceled` or `canceling`, and not retried before. Anything else is refused
         *     with 403. Sent twice, the second request is refused for that reason, so no job runs twice by accident.
         *
         *     **Inputs** that the job declares can be set anew; an input that it does not declare is refused with 400.
         */
        get: operations["getRefArtifactFile"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        /**
         * Retry job request
         * @description What a job may be given when it is retried. Everything is optional, and so is the body.
         */
        RetryJobRequest: {
            /**
             * @description Values for the inputs that the job declares; an undeclared one is refused.
             * @example {
             *       "region": "eu-north"
             *     }
             */
            inputs?: {
                [key: string]: string | number | boolean | (string | number | boolean | Record<string, never>)[];
            };
        } | null;
        /**
         * Job status
         * @description Where a job or a pipeline stands. `success`, `failed`, `canceled` and `skipped` are final; `manual` waits for a
         *     person; the others change by themselves. The list is open: treat a value that you do not know as "not final".
         * @example success
         */
        JobStatus: "created" | "waiting_for_resource" | "preparing" | "waiting_for_callback" | "pending" | "running" | "success" | "failed" | "canceling" | "canceled" | "skipped" | "manual" | "scheduled" | (string & {});
        /**
         * User
         * @description The person, or the bot, who started a job. Real servers may add members that depend on who asks; this one does not.
         */
        User: {
            /**
             * Format: int64
             * @description The number of the account.
             * @example 2
             */
            id: number;
            /**
             * @description The name to sign in with, unique on the server.
             * @example dana
             */
            username: string;
            /**
             * @description The name to show.
             * @example Dana Kessler
             */
            name: string;
            /**
             * @description Whether the account is in use (active, blocked, deactivated, banned and others); an open list.
             * @example active
             */
            state: string;
            /**
             * @description Whether the account is locked after failed attempts to sign in.
             * @example false
             */
            locked: boolean;
            /**
             * @description The address of the picture; null when there is none.
             * @example null
             */
            avatar_url: string | null;
            /**
             * Format: uri
             * @description The page of the account.
             * @example http://127.0.0.1:4000/dana
             */
            web_url: string;
            /**
             * Format: date-time
             * @description When the account was created.
             * @example 2024-02-01T08:00:00.000Z
             */
            created_at: string;
            /**
             * @description The address that the person shows to everybody; empty when none.
             * @example
             */
            public_email: string | null;
            /**
             * @description A few words about the person.
             * @example null
             */
            bio: string | null;
            /**
             * @description Where the person lives, in their own words.
             * @example null
             */
            location: string | null;
            /**
             * @description An account there; empty when none.
             * @example
             */
            linkedin: string;
            /**
             * @description An account there; empty when none.
             * @example
             */
            twitter: string;
            /**
             * @description An account there; empty when none.
             * @example
             */
            discord: string;
            /**
             * @description A web site; empty when none.
             * @example
             */
            website_url: string;
            /**
             * @description An account there; empty when none.
             * @example
             */
            github: string;
            /**
             * @description Where the person works.
             * @example Harbor
             */
            organization: string | null;
            /**
             * @description What the person does there.
             * @example Build engineer
             */
            job_title: string | null;
            /**
             * @description How the person wants to be spoken of.
             * @example null
             */
            pronouns: string | null;
            /**
             * @description Whether the account belongs to a program.
             * @example false
             */
            bot: boolean;
            /**
             * @description Title and organization in one line.
             * @example Build engineer at Harbor
             */
            work_information: string | null;
            /**
             * @description The time of day where the person is; null when unknown.
             * @example null
             */
            local_time: string | null;
        };
        /**
         * Commit
         * @description The commit that a job ran for.
         */
        Commit: {
            /**
             * @description The full hash of the commit.
             * @example 0ff3ae198f8601a285adcf5c0fff204ee6fba5fd
             */
            id: string;
            /**
             * @description The beginning of the hash, as people write it.
             * @example 0ff3ae19
             */
            short_id: string;
            /**
             * Format: date-time
             * @description When the commit was made, with the offset of whoever made it.
             * @example 2026-11-20T09:57:12.000+01:00
             */
            created_at: string;
            /**
             * @description The hashes of the commits that this one follows.
             * @example [
             *       "f62a4b2fb89754372a346f24659212eb8da13601"
             *     ]
             */
            parent_ids: string[];
            /**
             * @description The first line of the message.
             * @example Show the freight cost in the basket
             */
            title: string;
            /**
             * @description The whole message.
             * @example Show the freight cost in the basket
             */
            message: string;
            /**
             * @description Who wrote the change.
             * @example Dana Kessler
             */
            author_name: string;
            /**
             * @description The author's address, as the commit states it.
             * @example dana@harbor.example
             */
            author_email: string;
            /**
             * Format: date-time
             * @description When the change was written.
             * @example 2026-11-20T09:57:12.000+01:00
             */
            authored_date: string;
            /**
             * @description Who put the change into the history.
             * @example Dana Kessler
             */
            committer_name: string;
            /**
             * @description The committer's address, as the commit states it.
             * @example dana@harbor.example
             */
            committer_email: string;
            /**
             * Format: date-time
             * @description When the change went into the history.
             * @example 2026-11-20T09:57:12.000+01:00
             */
            committed_date: string;
            /**
             * @description The trailers of the message; of several with one key, the last.
             * @example {
             *       "Signed-off-by": "Dana Kessler <dana@harbor.example>"
             *     }
             */
            trailers: {
                [key: string]: string;
            };
            /**
             * @description The same trailers with all values of each key.
             * @example {
             *       "Signed-off-by": [
             *         "Dana Kessler <dana@harbor.example>"
             *       ]
             *     }
             */
            extended_trailers: {
                [key: string]: string[];
            };
            /**
             * Format: uri
             * @description The page of the commit.
             * @example http://127.0.0.1:4000/harbor/webshop/-/commit/0ff3ae198f8601a285adcf5c0fff204ee6fba5fd
             */
            web_url: string;
        };
        /**
         * Pipeline
         * @description The pipeline of a job, or the one a trigger job started, in its short form.
         */
        PipelineBasic: {
            /**
             * Format: int64
             * @description The number of the pipeline, unique on the whole server.
             * @example 6
             */
            id: number;
            /**
             * Format: int64
             * @description The number of the pipeline within its project.
             * @example 3
             */
            iid: number;
            /**
             * Format: int64
             * @description The project that the pipeline belongs to.
             * @example 1
             */
            project_id: number;
            /**
             * @description The commit that the pipeline ran for.
             * @example 0ff3ae198f8601a285adcf5c0fff204ee6fba5fd
             */
            sha: string;
            /**
             * @description The branch or tag that the pipeline ran for.
             * @example main
             */
            ref: string;
            status: components["schemas"]["JobStatus"];
            /**
             * @description What started the pipeline; an open list (push, web, schedule, api, parent_pipeline and more).
             * @example push
             */
            source: string;
            /**
             * Format: date-time
             * @description When the pipeline was created.
             * @example 2026-11-20T08:58:00.000Z
             */
            created_at: string;
            /**
             * Format: date-time
             * @description When the pipeline last changed.
             * @example 2026-11-20T09:02:11.000Z
             */
            updated_at: string | null;
            /**
             * Format: uri
             * @description The page of the pipeline.
             * @example http://127.0.0.1:4000/harbor/webshop/-/pipelines/6
             */
            web_url: string;
        };
        /**
         * Failure reason
         * @description Why a job failed; present only while `status` is `failed`. The list is open and grows: newer servers split old
         *     reasons into finer ones.
         * @example script_failure
         */
        FailureReason: "unknown_failure" | "script_failure" | "api_failure" | "stuck_or_timeout_failure" | "runner_system_failure" | "missing_dependency_failure" | "runner_unsupported" | "stale_schedule" | "job_execution_timeout" | "archived_failure" | "unmet_prerequisites" | "scheduler_failure" | "data_integrity_failure" | "forward_deployment_failure" | "user_blocked" | "project_deleted" | "ci_quota_exceeded" | "pipeline_loop_detected" | "no_matching_runner" | "trace_size_exceeded" | "builds_disabled" | "environment_creation_failure" | "deployment_rejected" | "failed_outdated_deployment_job" | "job_execution_server_timeout" | "stuck_pending_with_matching_runners" | "stuck_pending_no_matching_runners" | "no_updates_running" | "no_updates_canceling" | "server_timeout_running" | "server_timeout_canceling" | "runner_configuration_error" | "runner_external_dependency_failure" | "runner_interrupted" | "protected_environment_failure" | "insufficient_bridge_permissions" | "downstream_bridge_project_not_found" | "invalid_bridge_trigger" | "upstream_bridge_project_not_found" | "insufficient_upstream_permissions" | "bridge_pipeline_is_child_pipeline" | "downstream_pipeline_creation_failed" | "secrets_provider_not_found" | "reached_max_descendant_pipelines_depth" | "ip_restriction_failure" | "reached_max_pipeline_hierarchy_size" | "reached_downstream_pipeline_trigger_rate_limit" | "duo_workflow_not_allowed" | "job_router_failure" | "job_token_expired" | "id_token_burned_project_path" | "downstream_project_trigger_resolved_to_empty" | (string & {});
        /**
         * Job project
         * @description The one setting of the project that a job carries with it.
         */
        JobProject: {
            /**
             * @description Whether the token of this job may reach only the projects that its own project lists.
             * @example false
             */
            ci_job_token_scope_enabled: boolean;
        };
        /**
         * Archive
         * @description The archive that can be downloaded at this moment. The member is absent when there is none or it has expired.
         */
        ArtifactFile: {
            /**
             * @description The name to save the archive under.
             * @example artifacts.zip
             */
            filename: string;
            /**
             * Format: int64
             * @description The size in bytes.
             * @example 1000
             */
            size: number | null;
        };
        /**
         * Artifact
         * @description One thing that a job left behind. Reports and logs are listed here but only the archive is downloaded as a whole.
         */
        Artifact: {
            /**
             * @description What it is.
             * @example archive
             */
            file_type: "archive" | "metadata" | "trace" | "junit" | "sast" | "dependency_scanning" | "container_scanning" | "dast" | "codequality" | "license_scanning" | "performance" | "metrics" | "metrics_referee" | "network_referee" | "lsif" | "dotenv" | "cobertura" | "terraform" | "accessibility" | "cluster_applications" | "secret_detection" | "requirements" | "coverage_fuzzing" | "browser_performance" | "load_performance" | "api_fuzzing" | "cluster_image_scanning" | "cyclonedx" | "requirements_v2" | "annotations" | "repository_xray" | "jacoco" | "scip" | "sarif" | (string & {});
            /**
             * Format: int64
             * @description The size in bytes.
             * @example 1000
             */
            size: number | null;
            /**
             * @description The name that the file was uploaded under.
             * @example artifacts.zip
             */
            filename: string;
            /**
             * @description How the file is packed; null for the log.
             * @example zip
             */
            file_format: "raw" | "zip" | "gzip" | (string & {}) | null;
        };
        /**
         * Runner
         * @description The runner that took a job. A runner may consist of several processes (see `RunnerManager`).
         */
        Runner: {
            /**
             * Format: int64
             * @description The number of the runner.
             * @example 1
             */
            id: number;
            /**
             * @description What its owner calls it.
             * @example docker-fleet-1
             */
            description: string | null;
            /**
             * @description Always null; the address belongs to the process.
             * @example null
             */
            ip_address: null;
            /**
             * @deprecated
             * @description The opposite of `paused`.
             * @example true
             */
            active: boolean;
            /**
             * @description Whether the runner takes no more jobs.
             * @example false
             */
            paused: boolean;
            /**
             * @description Whether the runner serves the whole server.
             * @example true
             */
            is_shared: boolean;
            /**
             * @description Whom the runner serves.
             * @example instance_type
             */
            runner_type: "instance_type" | "group_type" | "project_type" | (string & {});
            /**
             * @description The program that runs it; null when it never said.
             * @example gitlab-runner
             */
            name: string | null;
            /**
             * @description Whether the runner was seen recently; null when unknown.
             * @example true
             */
            online: boolean | null;
            /**
             * @description Whether the runner was seen recently.
             * @example online
             */
            status: "online" | "offline" | "stale" | "never_contacted" | (string & {});
        };
        /**
         * Runner manager
         * @description The process of a runner that took a job.
         */
        RunnerManager: {
            /**
             * Format: int64
             * @description The number of the process.
             * @example 1
             */
            id: number;
            /**
             * @description The name of the machine that it runs on.
             * @example s_89e5e9956577
             */
            system_id: string;
            /**
             * @description The version of the runner program.
             * @example 18.4.0
             */
            version: string | null;
            /**
             * @description The commit that the runner program was built from.
             * @example 139a0ac0
             */
            revision: string | null;
            /**
             * @description The operating system.
             * @example linux
             */
            platform: string | null;
            /**
             * @description The processor.
             * @example amd64
             */
            architecture: string | null;
            /**
             * Format: date-time
             * @description When the process was first seen.
             * @example 2026-10-01T06:00:00.000Z
             */
            created_at: string;
            /**
             * Format: date-time
             * @description When the process was last seen.
             * @example 2026-11-20T08:59:58.000Z
             */
            contacted_at: string | null;
            /**
             * @description The address that the process was last seen at.
             * @example 203.0.113.17
             */
            ip_address: string | null;
            /**
             * @description Whether the process was seen recently.
             * @example online
             */
            status: "online" | "offline" | "stale" | "never_contacted" | (string & {});
        };
        /**
         * Job
         * @description A CI job, with the pipeline, commit and person it belongs to and what is left of its artifacts. Members appear in
         *     this order. All are always present but `failure_reason` (failed jobs only), `artifacts_file` (while an archive can
         *     be downloaded) and `runner_manager` (absent when the job is a retried trigger job).
         */
        Job: {
            /**
             * Format: int64
             * @description The number of the job, unique on the whole server.
             * @example 42
             */
            id: number;
            status: components["schemas"]["JobStatus"];
            /**
             * @description The stage that the job belongs to; null when the stage itself is gone.
             * @example test
             */
            stage: string | null;
            /**
             * @description The name of the job in the pipeline's configuration, with the matrix suffix if it has one.
             * @example rspec 1/4
             */
            name: string;
            /**
             * @description The branch or tag that the pipeline ran for.
             * @example main
             */
            ref: string | null;
            /**
             * @description Whether `ref` is a tag.
             * @example false
             */
            tag: boolean;
            /**
             * @description Test coverage in percent, as the job's log stated it.
             * @example 98.29
             */
            coverage: number | null;
            /**
             * @description Whether the pipeline may succeed although this job fails.
             * @example false
             */
            allow_failure: boolean;
            /**
             * Format: date-time
             * @description When the job was created.
             * @example 2026-11-20T09:00:00.000Z
             */
            created_at: string;
            /**
             * Format: date-time
             * @description When a runner began the job; null until then.
             * @example 2026-11-20T09:00:04.000Z
             */
            started_at: string | null;
            /**
             * Format: date-time
             * @description When the job ended; null until then.
             * @example 2026-11-20T09:02:10.000Z
             */
            finished_at: string | null;
            /**
             * Format: date-time
             * @description When the log and the artifacts were erased; null if they were not.
             * @example null
             */
            erased_at: string | null;
            /**
             * @description Seconds from start to end, or to this moment while the job runs; null until it starts.
             * @example 126.312
             */
            duration: number | null;
            /**
             * @description Seconds spent waiting for a runner; it grows while the job is pending, and is null until it is queued.
             * @example 4.018
             */
            queued_duration: number | null;
            /** @description Whoever started the job; null when nobody did or that account is gone. */
            user: components["schemas"]["User"] | null;
            /** @description The commit the job ran for; null when it cannot be reached any more. */
            commit: components["schemas"]["Commit"] | null;
            pipeline: components["schemas"]["PipelineBasic"];
            failure_reason?: components["schemas"]["FailureReason"];
            /**
             * Format: uri
             * @description The page of the job.
             * @example http://127.0.0.1:4000/harbor/webshop/-/jobs/42
             */
            web_url: string;
            project: components["schemas"]["JobProject"];
            artifacts_file?: components["schemas"]["ArtifactFile"];
            /** @description Everything that the job left behind, its log and reports included; empty when nothing is left. */
            artifacts: components["schemas"]["Artifact"][];
            /** @description The runner that took the job; null until one does, and when it was removed. */
            runner: components["schemas"]["Runner"] | null;
            /** @description The process of that runner that took the job; absent on a retried trigger job. */
            runner_manager?: components["schemas"]["RunnerManager"] | null;
            /**
             * Format: date-time
             * @description When the artifacts may be removed; null when they are kept for good or there never were any.
             * @example 2026-12-20T09:02:10.000Z
             */
            artifacts_expire_at: string | null;
            /**
             * @description Whether the job is too old to be acted on.
             * @example false
             */
            archived: boolean;
            /**
             * @description The runner tags that the job asks for, in alphabetical order.
             * @example [
             *       "docker",
             *       "linux"
             *     ]
             */
            tag_list: string[];
        };
        /**
         * Message error
         * @description A refusal in one sentence that begins with the status code, as nearly all of them do.
         */
        MessageError: {
            /**
             * @description What was refused, and sometimes why.
             * @example 404 Not found
             */
            message: string;
        };
        /**
         * Parameter error
         * @description A request that does not fit the contract; every offending parameter is named, joined by commas.
         */
        ParameterError: {
            /**
             * @description Each parameter and what is wrong with it.
             * @example scope does not have a valid value
             */
            error: string;
        };
        /**
         * Token error
         * @description A token that is known but no longer, or not enough, in the words of OAuth 2.
         */
        TokenError: {
            /**
             * @description The machine word for what is wrong with the token.
             * @example insufficient_scope
             * @enum {string}
             */
            error: "invalid_token" | "insufficient_scope";
            /**
             * @description The same as a sentence.
             * @example The request requires higher privileges than provided by the access token.
             */
            error_description: string;
            /**
             * @description The scopes that would do, separated by blanks; only with `insufficient_scope`.
             * @example api
             */
            scope?: string;
        };
        /**
         * Rate limit error
         * @description Too many requests of this kind in this minute.
         */
        RateLimitError: {
            /** @description The refusal, one level deeper than elsewhere. */
            message: {
                /**
                 * @description The refusal as a sentence.
                 * @example This endpoint has been requested too many times. Try again later.
                 */
                error: string;
            };
        };
        /**
         * Job scope
         * @description A status to filter jobs by. Unlike the statuses in answers, this list is closed.
         * @example failed
         * @enum {string}
         */
        JobScope: "created" | "waiting_for_resource" | "preparing" | "waiting_for_callback" | "pending" | "running" | "success" | "failed" | "canceling" | "canceled" | "skipped" | "manual" | "scheduled";
    };
    responses: {
        /** @description There is no token, it is unknown, expired or revoked, or it is a job token whose job is over. */
        Unauthorized: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["MessageError"] | components["schemas"]["TokenError"];
            };
        };
        /** @description There is no such project or job, or the caller may not see it. */
        JobNotFound: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["MessageError"];
            };
        };
        /** @description The project was named by a path that it no longer has, and only GET is redirected. */
        MovedNotAllowed: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["MessageError"];
            };
        };
        /** @description The body is larger than 1 MiB. */
        ContentTooLarge: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ParameterError"];
            };
        };
        /** @description The body is neither JSON nor a form. */
        UnsupportedMediaType: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ParameterError"];
            };
        };
        /** @description Too many requests of this kind in this minute. */
        TooManyRequests: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                "Retry-After": components["headers"]["Retry-After"];
                "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                "RateLimit-Observed": components["headers"]["RateLimit-Observed"];
                "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                "RateLimit-Name": components["headers"]["RateLimit-Name"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["RateLimitError"];
            };
        };
        /** @description An accident. What happened is only in the server's log, under the request id. */
        InternalServerError: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["MessageError"];
            };
        };
        /** @description What the client holds (`If-None-Match`) is still right. There is no body. */
        NotModified: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                ETag: components["headers"]["ETag"];
                [name: string]: unknown;
            };
            content?: never;
        };
        /** @description There is no such project, or the caller may not see it. */
        ProjectNotFound: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["MessageError"];
            };
        };
    };
    parameters: {
        /** @description The project: its number, or its full path with each `/` written as `%2F`. A path that was moved is redirected. */
        ProjectId: number | string;
        /**
         * @description The number of the job.
         * @example 42
         */
        JobId: number;
        /**
         * @description Show only jobs in this status. For several, repeat `scope[]`; of a repeated plain `scope` only the last one counts.
         * @example failed
         */
        Scope: components["schemas"]["JobScope"];
        /**
         * @description Show only jobs in one of these statuses.
         * @example [
         *       "pending",
         *       "running"
         *     ]
         */
        ScopeList: components["schemas"]["JobScope"][];
        /**
         * @description Show only jobs whose pipeline ran for this branch or tag; a blank value is ignored.
         * @example main
         */
        Ref: string;
        /**
         * @description Which page, counted from 1. Cannot be combined with `pagination=keyset`.
         * @example 2
         */
        Page: number;
        /**
         * @description How many rows on a page; more than 100 is taken as 100.
         * @example 50
         */
        PerPage: number;
        /**
         * @description `keyset` walks the list by a cursor: it stays fast and misses nothing, however long the list is.
         * @example keyset
         */
        Pagination: "keyset" | "legacy";
        /**
         * @description Where to go on; taken from the `Link` header of the page before. Do not make one up.
         * @example eyJpZCI6IjQyIiwiX2tkIjoibiJ9
         */
        Cursor: string;
        /**
         * @description For keyset pagination; only `id` will do.
         * @example id
         */
        OrderBy: string;
        /**
         * @description For keyset pagination; only `desc` will do.
         * @example desc
         */
        Sort: string;
        /**
         * @description The `ETag` of an answer that the client still holds; if it is still right, the answer is an empty 304.
         * @example W/"5a4b3c2d1e0f5a4b3c2d1e0f5a4b3c2d"
         */
        IfNoneMatch: string;
    };
    requestBodies: never;
    headers: {
        /**
         * @description The name of this request in the server's log.
         * @example 01JD5T6Z7V8W9X0Y1Z2A3B4C5D
         */
        "X-Request-Id": string;
        /**
         * @description After how many seconds to try again.
         * @example 42
         */
        "Retry-After": number;
        /**
         * @description How many requests of this kind a minute allows.
         * @example 600
         */
        "RateLimit-Limit": number;
        /**
         * @description How many are left in this minute.
         * @example 0
         */
        "RateLimit-Remaining": number;
        /**
         * @description How many were made in this minute.
         * @example 601
         */
        "RateLimit-Observed": number;
        /**
         * @description When the next minute begins, in seconds since 1970.
         * @example 1795338000
         */
        "RateLimit-Reset": number;
        /**
         * @description Which limit was reached.
         * @example jobs_index
         */
        "RateLimit-Name": string;
        /**
         * @description A name for exactly this answer; send it back in `If-None-Match`. Weak for JSON and logs, strong for archives and the files in them.
         * @example W/"5a4b3c2d1e0f5a4b3c2d1e0f5a4b3c2d"
         */
        ETag: string;
        /**
         * @description The addresses of other pages, in the order prev, next, first, last; `rel="next"` is missing on the last page. They are absolute and begin as the request did.
         * @example <http://127.0.0.1:4000/api/v4/projects/1/jobs?page=2&per_page=20>; rel="next"
         */
        Link: string;
        /**
         * @description The number of this page.
         * @example 1
         */
        "X-Page": number;
        /**
         * @description How many rows a page has.
         * @example 20
         */
        "X-Per-Page": number;
        /**
         * @description The number of the next page; empty on the last one.
         * @example 2
         */
        "X-Next-Page": string;
        /**
         * @description The number of the page before; empty on the first one.
         * @example
         */
        "X-Prev-Page": string;
        /**
         * @description Where to ask instead.
         * @example http://127.0.0.1:4000/api/v4/projects/1/jobs
         */
        Location: string;
    };
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    getTokenJob: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The project: its number, or its full path with each `/` written as `%2F`. A path that was moved is redirected. */
                id: components["parameters"]["ProjectId"];
                /**
                 * @description The number of the job.
                 * @example 42
                 */
                job_id: components["parameters"]["JobId"];
            };
            cookie?: never;
        };
        /** @description Values for the job's inputs. Without a body, the new job gets those of the old one. */
        requestBody?: {
            content: {
                "application/json": components["schemas"]["RetryJobRequest"];
                "application/x-www-form-urlencoded": components["schemas"]["RetryJobRequest"];
            };
        };
        responses: {
            /** @description The new job. */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Job"];
                };
            };
            /** @description The job number is not a number, the body is not what it should be, or an input is not declared. */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MessageError"] | components["schemas"]["ParameterError"];
                };
            };
            401: components["responses"]["Unauthorized"];
            /** @description The caller's role or token is not enough, or the job is not one that can be retried. */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MessageError"] | components["schemas"]["TokenError"];
                };
            };
            404: components["responses"]["JobNotFound"];
            405: components["responses"]["MovedNotAllowed"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
        };
    };
    getAllowedAgents: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The project: its number, or its full path with each `/` written as `%2F`. A path that was moved is redirected. */
                id: components["parameters"]["ProjectId"];
                /**
                 * @description The number of the job.
                 * @example 42
                 */
                job_id: components["parameters"]["JobId"];
            };
            cookie?: never;
        };
        /** @description Values for the job's inputs. Without a body, the new job gets those of the old one. */
        requestBody?: {
            content: {
                "application/json": components["schemas"]["RetryJobRequest"];
                "application/x-www-form-urlencoded": components["schemas"]["RetryJobRequest"];
            };
        };
        responses: {
            /** @description The new job. */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Job"];
                };
            };
            /** @description The job number is not a number, the body is not what it should be, or an input is not declared. */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MessageError"] | components["schemas"]["ParameterError"];
                };
            };
            401: components["responses"]["Unauthorized"];
            /** @description The caller's role or token is not enough, or the job is not one that can be retried. */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MessageError"] | components["schemas"]["TokenError"];
                };
            };
            404: components["responses"]["JobNotFound"];
            405: components["responses"]["MovedNotAllowed"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
        };
    };
    deleteProjectArtifacts: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The project: its number, or its full path with each `/` written as `%2F`. A path that was moved is redirected. */
                id: components["parameters"]["ProjectId"];
                /**
                 * @description The number of the job.
                 * @example 42
                 */
                job_id: components["parameters"]["JobId"];
            };
            cookie?: never;
        };
        /** @description Values for the job's inputs. Without a body, the new job gets those of the old one. */
        requestBody?: {
            content: {
                "application/json": components["schemas"]["RetryJobRequest"];
                "application/x-www-form-urlencoded": components["schemas"]["RetryJobRequest"];
            };
        };
        responses: {
            /** @description The new job. */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Job"];
                };
            };
            /** @description The job number is not a number, the body is not what it should be, or an input is not declared. */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MessageError"] | components["schemas"]["ParameterError"];
                };
            };
            401: components["responses"]["Unauthorized"];
            /** @description The caller's role or token is not enough, or the job is not one that can be retried. */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MessageError"] | components["schemas"]["TokenError"];
                };
            };
            404: components["responses"]["JobNotFound"];
            405: components["responses"]["MovedNotAllowed"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
        };
    };
    listProjectJobs: {
        parameters: {
            query?: {
                /**
                 * @description Show only jobs in this status. For several, repeat `scope[]`; of a repeated plain `scope` only the last one counts.
                 * @example failed
                 */
                scope?: components["parameters"]["Scope"];
                /**
                 * @description Show only jobs in one of these statuses.
                 * @example [
                 *       "pending",
                 *       "running"
                 *     ]
                 */
                "scope[]"?: components["parameters"]["ScopeList"];
                /**
                 * @description Show only jobs whose pipeline ran for this branch or tag; a blank value is ignored.
                 * @example main
                 */
                ref?: components["parameters"]["Ref"];
                /**
                 * @description Which page, counted from 1. Cannot be combined with `pagination=keyset`.
                 * @example 2
                 */
                page?: components["parameters"]["Page"];
                /**
                 * @description How many rows on a page; more than 100 is taken as 100.
                 * @example 50
                 */
                per_page?: components["parameters"]["PerPage"];
                /**
                 * @description `keyset` walks the list by a cursor: it stays fast and misses nothing, however long the list is.
                 * @example keyset
                 */
                pagination?: components["parameters"]["Pagination"];
                /**
                 * @description Where to go on; taken from the `Link` header of the page before. Do not make one up.
                 * @example eyJpZCI6IjQyIiwiX2tkIjoibiJ9
                 */
                cursor?: components["parameters"]["Cursor"];
                /**
                 * @description For keyset pagination; only `id` will do.
                 * @example id
                 */
                order_by?: components["parameters"]["OrderBy"];
                /**
                 * @description For keyset pagination; only `desc` will do.
                 * @example desc
                 */
                sort?: components["parameters"]["Sort"];
            };
            header?: {
                /**
                 * @description The `ETag` of an answer that the client still holds; if it is still right, the answer is an empty 304.
                 * @example W/"5a4b3c2d1e0f5a4b3c2d1e0f5a4b3c2d"
                 */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path: {
                /** @description The project: its number, or its full path with each `/` written as `%2F`. A path that was moved is redirected. */
                id: components["parameters"]["ProjectId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of jobs; empty when none fits. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    ETag: components["headers"]["ETag"];
                    Link: components["headers"]["Link"];
                    "X-Page": components["headers"]["X-Page"];
                    "X-Per-Page": components["headers"]["X-Per-Page"];
                    "X-Next-Page": components["headers"]["X-Next-Page"];
                    "X-Prev-Page": components["headers"]["X-Prev-Page"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Job"][];
                };
            };
            /** @description The project was named by a path that it no longer has; ask again at `Location`. */
            301: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    Location: components["headers"]["Location"];
                    [name: string]: unknown;
                };
                content: {
                    "text/plain": string;
                };
            };
            304: components["responses"]["NotModified"];
            /** @description A parameter is not what it should be. */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ParameterError"];
                };
            };
            401: components["responses"]["Unauthorized"];
            /** @description The project may be seen, but not its jobs; or it does not let this job token in. */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MessageError"];
                };
            };
            404: components["responses"]["ProjectNotFound"];
            /** @description Keyset pagination cannot give this order, or the page lies too deep for page numbers. */
            405: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ParameterError"];
                };
            };
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
        };
    };
    listPipelineJobs: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The project: its number, or its full path with each `/` written as `%2F`. A path that was moved is redirected. */
                id: components["parameters"]["ProjectId"];
                /**
                 * @description The number of the job.
                 * @example 42
                 */
                job_id: components["parameters"]["JobId"];
            };
            cookie?: never;
        };
        /** @description Values for the job's inputs. Without a body, the new job gets those of the old one. */
        requestBody?: {
            content: {
                "application/json": components["schemas"]["RetryJobRequest"];
                "application/x-www-form-urlencoded": components["schemas"]["RetryJobRequest"];
            };
        };
        responses: {
            /** @description The new job. */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Job"];
                };
            };
            /** @description The job number is not a number, the body is not what it should be, or an input is not declared. */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MessageError"] | components["schemas"]["ParameterError"];
                };
            };
            401: components["responses"]["Unauthorized"];
            /** @description The caller's role or token is not enough, or the job is not one that can be retried. */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MessageError"] | components["schemas"]["TokenError"];
                };
            };
            404: components["responses"]["JobNotFound"];
            405: components["responses"]["MovedNotAllowed"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
        };
    };
    listPipelineBridges: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The project: its number, or its full path with each `/` written as `%2F`. A path that was moved is redirected. */
                id: components["parameters"]["ProjectId"];
                /**
                 * @description The number of the job.
                 * @example 42
                 */
                job_id: components["parameters"]["JobId"];
            };
            cookie?: never;
        };
        /** @description Values for the job's inputs. Without a body, the new job gets those of the old one. */
        requestBody?: {
            content: {
                "application/json": components["schemas"]["RetryJobRequest"];
                "application/x-www-form-urlencoded": components["schemas"]["RetryJobRequest"];
            };
        };
        responses: {
            /** @description The new job. */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Job"];
                };
            };
            /** @description The job number is not a number, the body is not what it should be, or an input is not declared. */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MessageError"] | components["schemas"]["ParameterError"];
                };
            };
            401: components["responses"]["Unauthorized"];
            /** @description The caller's role or token is not enough, or the job is not one that can be retried. */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MessageError"] | components["schemas"]["TokenError"];
                };
            };
            404: components["responses"]["JobNotFound"];
            405: components["responses"]["MovedNotAllowed"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
        };
    };
    getJob: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The project: its number, or its full path with each `/` written as `%2F`. A path that was moved is redirected. */
                id: components["parameters"]["ProjectId"];
                /**
                 * @description The number of the job.
                 * @example 42
                 */
                job_id: components["parameters"]["JobId"];
            };
            cookie?: never;
        };
        /** @description Values for the job's inputs. Without a body, the new job gets those of the old one. */
        requestBody?: {
            content: {
                "application/json": components["schemas"]["RetryJobRequest"];
                "application/x-www-form-urlencoded": components["schemas"]["RetryJobRequest"];
            };
        };
        responses: {
            /** @description The new job. */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Job"];
                };
            };
            /** @description The job number is not a number, the body is not what it should be, or an input is not declared. */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MessageError"] | components["schemas"]["ParameterError"];
                };
            };
            401: components["responses"]["Unauthorized"];
            /** @description The caller's role or token is not enough, or the job is not one that can be retried. */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MessageError"] | components["schemas"]["TokenError"];
                };
            };
            404: components["responses"]["JobNotFound"];
            405: components["responses"]["MovedNotAllowed"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
        };
    };
    getJobLog: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The project: its number, or its full path with each `/` written as `%2F`. A path that was moved is redirected. */
                id: components["parameters"]["ProjectId"];
                /**
                 * @description The number of the job.
                 * @example 42
                 */
                job_id: components["parameters"]["JobId"];
            };
            cookie?: never;
        };
        /** @description Values for the job's inputs. Without a body, the new job gets those of the old one. */
        requestBody?: {
            content: {
                "application/json": components["schemas"]["RetryJobRequest"];
                "application/x-www-form-urlencoded": components["schemas"]["RetryJobRequest"];
            };
        };
        responses: {
            /** @description The new job. */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Job"];
                };
            };
            /** @description The job number is not a number, the body is not what it should be, or an input is not declared. */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MessageError"] | components["schemas"]["ParameterError"];
                };
            };
            401: components["responses"]["Unauthorized"];
            /** @description The caller's role or token is not enough, or the job is not one that can be retried. */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MessageError"] | components["schemas"]["TokenError"];
                };
            };
            404: components["responses"]["JobNotFound"];
            405: components["responses"]["MovedNotAllowed"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
        };
    };
    cancelJob: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The project: its number, or its full path with each `/` written as `%2F`. A path that was moved is redirected. */
                id: components["parameters"]["ProjectId"];
                /**
                 * @description The number of the job.
                 * @example 42
                 */
                job_id: components["parameters"]["JobId"];
            };
            cookie?: never;
        };
        /** @description Values for the job's inputs. Without a body, the new job gets those of the old one. */
        requestBody?: {
            content: {
                "application/json": components["schemas"]["RetryJobRequest"];
                "application/x-www-form-urlencoded": components["schemas"]["RetryJobRequest"];
            };
        };
        responses: {
            /** @description The new job. */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Job"];
                };
            };
            /** @description The job number is not a number, the body is not what it should be, or an input is not declared. */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MessageError"] | components["schemas"]["ParameterError"];
                };
            };
            401: components["responses"]["Unauthorized"];
            /** @description The caller's role or token is not enough, or the job is not one that can be retried. */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MessageError"] | components["schemas"]["TokenError"];
                };
            };
            404: components["responses"]["JobNotFound"];
            405: components["responses"]["MovedNotAllowed"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
        };
    };
    retryJob: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The project: its number, or its full path with each `/` written as `%2F`. A path that was moved is redirected. */
                id: components["parameters"]["ProjectId"];
                /**
                 * @description The number of the job.
                 * @example 42
                 */
                job_id: components["parameters"]["JobId"];
            };
            cookie?: never;
        };
        /** @description Values for the job's inputs. Without a body, the new job gets those of the old one. */
        requestBody?: {
            content: {
                "application/json": components["schemas"]["RetryJobRequest"];
                "application/x-www-form-urlencoded": components["schemas"]["RetryJobRequest"];
            };
        };
        responses: {
            /** @description The new job. */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Job"];
                };
            };
            /** @description The job number is not a number, the body is not what it should be, or an input is not declared. */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MessageError"] | components["schemas"]["ParameterError"];
                };
            };
            401: components["responses"]["Unauthorized"];
            /** @description The caller's role or token is not enough, or the job is not one that can be retried. */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MessageError"] | components["schemas"]["TokenError"];
                };
            };
            404: components["responses"]["JobNotFound"];
            405: components["responses"]["MovedNotAllowed"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
        };
    };
    eraseJob: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The project: its number, or its full path with each `/` written as `%2F`. A path that was moved is redirected. */
                id: components["parameters"]["ProjectId"];
                /**
                 * @description The number of the job.
                 * @example 42
                 */
                job_id: components["parameters"]["JobId"];
            };
            cookie?: never;
        };
        /** @description Values for the job's inputs. Without a body, the new job gets those of the old one. */
        requestBody?: {
            content: {
                "application/json": components["schemas"]["RetryJobRequest"];
                "application/x-www-form-urlencoded": components["schemas"]["RetryJobRequest"];
            };
        };
        responses: {
            /** @description The new job. */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Job"];
                };
            };
            /** @description The job number is not a number, the body is not what it should be, or an input is not declared. */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MessageError"] | components["schemas"]["ParameterError"];
                };
            };
            401: components["responses"]["Unauthorized"];
            /** @description The caller's role or token is not enough, or the job is not one that can be retried. */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MessageError"] | components["schemas"]["TokenError"];
                };
            };
            404: components["responses"]["JobNotFound"];
            405: components["responses"]["MovedNotAllowed"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
        };
    };
    playJob: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The project: its number, or its full path with each `/` written as `%2F`. A path that was moved is redirected. */
                id: components["parameters"]["ProjectId"];
                /**
                 * @description The number of the job.
                 * @example 42
                 */
                job_id: components["parameters"]["JobId"];
            };
            cookie?: never;
        };
        /** @description Values for the job's inputs. Without a body, the new job gets those of the old one. */
        requestBody?: {
            content: {
                "application/json": components["schemas"]["RetryJobRequest"];
                "application/x-www-form-urlencoded": components["schemas"]["RetryJobRequest"];
            };
        };
        responses: {
            /** @description The new job. */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Job"];
                };
            };
            /** @description The job number is not a number, the body is not what it should be, or an input is not declared. */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MessageError"] | components["schemas"]["ParameterError"];
                };
            };
            401: components["responses"]["Unauthorized"];
            /** @description The caller's role or token is not enough, or the job is not one that can be retried. */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MessageError"] | components["schemas"]["TokenError"];
                };
            };
            404: components["responses"]["JobNotFound"];
            405: components["responses"]["MovedNotAllowed"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
        };
    };
    downloadJobArtifacts: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The project: its number, or its full path with each `/` written as `%2F`. A path that was moved is redirected. */
                id: components["parameters"]["ProjectId"];
                /**
                 * @description The number of the job.
                 * @example 42
                 */
                job_id: components["parameters"]["JobId"];
            };
            cookie?: never;
        };
        /** @description Values for the job's inputs. Without a body, the new job gets those of the old one. */
        requestBody?: {
            content: {
                "application/json": components["schemas"]["RetryJobRequest"];
                "application/x-www-form-urlencoded": components["schemas"]["RetryJobRequest"];
            };
        };
        responses: {
            /** @description The new job. */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Job"];
                };
            };
            /** @description The job number is not a number, the body is not what it should be, or an input is not declared. */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MessageError"] | components["schemas"]["ParameterError"];
                };
            };
            401: components["responses"]["Unauthorized"];
            /** @description The caller's role or token is not enough, or the job is not one that can be retried. */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MessageError"] | components["schemas"]["TokenError"];
                };
            };
            404: components["responses"]["JobNotFound"];
            405: components["responses"]["MovedNotAllowed"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
        };
    };
    deleteJobArtifacts: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The project: its number, or its full path with each `/` written as `%2F`. A path that was moved is redirected. */
                id: components["parameters"]["ProjectId"];
                /**
                 * @description The number of the job.
                 * @example 42
                 */
                job_id: components["parameters"]["JobId"];
            };
            cookie?: never;
        };
        /** @description Values for the job's inputs. Without a body, the new job gets those of the old one. */
        requestBody?: {
            content: {
                "application/json": components["schemas"]["RetryJobRequest"];
                "application/x-www-form-urlencoded": components["schemas"]["RetryJobRequest"];
            };
        };
        responses: {
            /** @description The new job. */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Job"];
                };
            };
            /** @description The job number is not a number, the body is not what it should be, or an input is not declared. */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MessageError"] | components["schemas"]["ParameterError"];
                };
            };
            401: components["responses"]["Unauthorized"];
            /** @description The caller's role or token is not enough, or the job is not one that can be retried. */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MessageError"] | components["schemas"]["TokenError"];
                };
            };
            404: components["responses"]["JobNotFound"];
            405: components["responses"]["MovedNotAllowed"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
        };
    };
    listJobArtifactTree: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The project: its number, or its full path with each `/` written as `%2F`. A path that was moved is redirected. */
                id: components["parameters"]["ProjectId"];
                /**
                 * @description The number of the job.
                 * @example 42
                 */
                job_id: components["parameters"]["JobId"];
            };
            cookie?: never;
        };
        /** @description Values for the job's inputs. Without a body, the new job gets those of the old one. */
        requestBody?: {
            content: {
                "application/json": components["schemas"]["RetryJobRequest"];
                "application/x-www-form-urlencoded": components["schemas"]["RetryJobRequest"];
            };
        };
        responses: {
            /** @description The new job. */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Job"];
                };
            };
            /** @description The job number is not a number, the body is not what it should be, or an input is not declared. */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MessageError"] | components["schemas"]["ParameterError"];
                };
            };
            401: components["responses"]["Unauthorized"];
            /** @description The caller's role or token is not enough, or the job is not one that can be retried. */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MessageError"] | components["schemas"]["TokenError"];
                };
            };
            404: components["responses"]["JobNotFound"];
            405: components["responses"]["MovedNotAllowed"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
        };
    };
    keepJobArtifacts: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The project: its number, or its full path with each `/` written as `%2F`. A path that was moved is redirected. */
                id: components["parameters"]["ProjectId"];
                /**
                 * @description The number of the job.
                 * @example 42
                 */
                job_id: components["parameters"]["JobId"];
            };
            cookie?: never;
        };
        /** @description Values for the job's inputs. Without a body, the new job gets those of the old one. */
        requestBody?: {
            content: {
                "application/json": components["schemas"]["RetryJobRequest"];
                "application/x-www-form-urlencoded": components["schemas"]["RetryJobRequest"];
            };
        };
        responses: {
            /** @description The new job. */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Job"];
                };
            };
            /** @description The job number is not a number, the body is not what it should be, or an input is not declared. */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MessageError"] | components["schemas"]["ParameterError"];
                };
            };
            401: components["responses"]["Unauthorized"];
            /** @description The caller's role or token is not enough, or the job is not one that can be retried. */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MessageError"] | components["schemas"]["TokenError"];
                };
            };
            404: components["responses"]["JobNotFound"];
            405: components["responses"]["MovedNotAllowed"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
        };
    };
    getJobArtifactFile: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The project: its number, or its full path with each `/` written as `%2F`. A path that was moved is redirected. */
                id: components["parameters"]["ProjectId"];
                /**
                 * @description The number of the job.
                 * @example 42
                 */
                job_id: components["parameters"]["JobId"];
            };
            cookie?: never;
        };
        /** @description Values for the job's inputs. Without a body, the new job gets those of the old one. */
        requestBody?: {
            content: {
                "application/json": components["schemas"]["RetryJobRequest"];
                "application/x-www-form-urlencoded": components["schemas"]["RetryJobRequest"];
            };
        };
        responses: {
            /** @description The new job. */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Job"];
                };
            };
            /** @description The job number is not a number, the body is not what it should be, or an input is not declared. */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MessageError"] | components["schemas"]["ParameterError"];
                };
            };
            401: components["responses"]["Unauthorized"];
            /** @description The caller's role or token is not enough, or the job is not one that can be retried. */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MessageError"] | components["schemas"]["TokenError"];
                };
            };
            404: components["responses"]["JobNotFound"];
            405: components["responses"]["MovedNotAllowed"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
        };
    };
    downloadRefArtifacts: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The project: its number, or its full path with each `/` written as `%2F`. A path that was moved is redirected. */
                id: components["parameters"]["ProjectId"];
                /**
                 * @description The number of the job.
                 * @example 42
                 */
                job_id: components["parameters"]["JobId"];
            };
            cookie?: never;
        };
        /** @description Values for the job's inputs. Without a body, the new job gets those of the old one. */
        requestBody?: {
            content: {
                "application/json": components["schemas"]["RetryJobRequest"];
                "application/x-www-form-urlencoded": components["schemas"]["RetryJobRequest"];
            };
        };
        responses: {
            /** @description The new job. */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Job"];
                };
            };
            /** @description The job number is not a number, the body is not what it should be, or an input is not declared. */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MessageError"] | components["schemas"]["ParameterError"];
                };
            };
            401: components["responses"]["Unauthorized"];
            /** @description The caller's role or token is not enough, or the job is not one that can be retried. */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MessageError"] | components["schemas"]["TokenError"];
                };
            };
            404: components["responses"]["JobNotFound"];
            405: components["responses"]["MovedNotAllowed"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
        };
    };
    getRefArtifactFile: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The project: its number, or its full path with each `/` written as `%2F`. A path that was moved is redirected. */
                id: components["parameters"]["ProjectId"];
                /**
                 * @description The number of the job.
                 * @example 42
                 */
                job_id: components["parameters"]["JobId"];
            };
            cookie?: never;
        };
        /** @description Values for the job's inputs. Without a body, the new job gets those of the old one. */
        requestBody?: {
            content: {
                "application/json": components["schemas"]["RetryJobRequest"];
                "application/x-www-form-urlencoded": components["schemas"]["RetryJobRequest"];
            };
        };
        responses: {
            /** @description The new job. */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Job"];
                };
            };
            /** @description The job number is not a number, the body is not what it should be, or an input is not declared. */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MessageError"] | components["schemas"]["ParameterError"];
                };
            };
            401: components["responses"]["Unauthorized"];
            /** @description The caller's role or token is not enough, or the job is not one that can be retried. */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MessageError"] | components["schemas"]["TokenError"];
                };
            };
            404: components["responses"]["JobNotFound"];
            405: components["responses"]["MovedNotAllowed"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
        };
    };
}
