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
         * Read the job of the job token
         * @description The job that a job token belongs to. It is meant for the script of a job, which has its own token in `CI_JOB_TOKEN`
         *     and learns here what the server knows of it: its number, its pipeline, whoever started it, and everything else that
         *     `getJob` would say.
         *
         *     **Who may:** the job itself. A job token is accepted in the `JOB-TOKEN` header, as `job_token` in the query, or as a
         *     bearer token, and as long as the job is `running` or `canceling`; afterwards the token is dead (401). No role is
         *     asked for.
         *
         *     **What can go wrong:** no token, an unknown one, or that of a job that is over (401); the token of a person, which
         *     is good but belongs to no job (404 with `404 Job Not Found`). To read any other job, or this one with a personal
         *     token, use `getJob`, which in turn accepts no job tokens.
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
         * List the agents that the job of the job token may use
         * @description The agents for Kubernetes that the job of a job token may use, with the part of their configuration that says so,
         *     and beside them what an agent must know of the job to let it in: the job, its pipeline, its project with the groups
         *     above it, and whoever started it with their roles in the project. A job that deploys also shows its `environment`;
         *     for any other job that member is absent.
         *
         *     **Who may:** the job itself, with its own token in the `JOB-TOKEN` header, as `job_token` in the query, or as a
         *     bearer token, as long as the job is `running` or `canceling`. No role is asked for.
         *
         *     **What can go wrong:** no token, an unknown one, or that of a job that is over (401); the token of a person, which
         *     is good but belongs to no job (404 with `404 Job Not Found`). A job that may use no agent is no error: the list is
         *     empty then.
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
         * Delete the artifacts of a project
         * @description Removes the artifacts of all jobs of a project that may be removed. Everything is marked as expired at once and
         *     removed in the background, so the answer comes before the work is done, and says no more than that. The jobs and
         *     their logs stay. Spared, too, are the artifacts of the most recent successful pipeline of each ref, where the
         *     project keeps the latest artifacts.
         *
         *     The request may be repeated: what is marked already is not marked again.
         *
         *     **Who may:** Maintainers and above. Job tokens are not accepted.
         *
         *     **What can go wrong:** no token or one that is not good (401), a role or a token's scope that is too small (403), a
         *     project that does not exist or may not be seen (404), a project whose statistics are being refreshed, or
         *     somebody else who changed one of its jobs at the same moment (409; nothing was done, try again later).
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
         *     **What can go wrong:** an unknown status in `scope` or a cursor that no page gave out (400), no token or one that is
         *     not good (401), a role that is too small (403), a project that does not exist or may not be seen (404), a keyset order
         *     other than by id descending, or a page beyond the 50000th job (405).
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
         * List the jobs of a pipeline
         * @description The jobs of one pipeline, newest first (by number, descending). Of a job that was retried only the latest attempt is
         *     shown, unless `include_retried` is given. Jobs that have only been created are among them; trigger jobs never are
         *     (see `listPipelineBridges`). A child pipeline has a list of its own: ask with its number, its jobs are not mixed
         *     into those of its parent.
         *
         *     **Pages.** With `page` and `per_page`. `Link` leads on, and `X-Total` and `X-Total-Pages` say how long the list is,
         *     up to 10000 jobs. `pagination=keyset` is ignored here.
         *
         *     **Who may:** whoever may read the project's pipelines: Reporters and above, Guests while public pipelines are on,
         *     and everybody, signed in or not, in a public project. Who may read the pipeline but not its jobs gets an empty list
         *     rather than a refusal. A job token is accepted if the project's allow-list lets its project in.
         *
         *     **What can go wrong:** an unknown status in `scope` or a pipeline number that is none (400), a token that is not
         *     good (401), a project whose pipelines the caller may not read (403), a project or pipeline that does not exist or
         *     may not be seen (404).
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
         * List the trigger jobs of a pipeline
         * @description The trigger jobs (bridges) of one pipeline, newest first. A trigger job runs no script: it starts a pipeline, in the
         *     same project or in another one, and shows it as `downstream_pipeline`, which is null until the pipeline exists and
         *     when it could not be created. Only the latest attempt of each is shown; there is no way to see the earlier ones.
         *
         *     **Pages.** With `page` and `per_page`; `Link` leads on, and `X-Total` and `X-Total-Pages` say how long the list is.
         *     `pagination=keyset` is ignored here.
         *
         *     **Who may:** whoever may read the project's jobs: Reporters and above, and with public pipelines on also Guests and,
         *     in a public project, everybody, signed in or not. This is stricter than `listPipelineJobs`: who may not read jobs is
         *     refused. A job token is accepted if the project's allow-list lets its project in.
         *
         *     **What can go wrong:** an unknown status in `scope` or a pipeline number that is none (400), a token that is not
         *     good (401), a project whose jobs the caller may not read (403), a project or pipeline that does not exist or may not
         *     be seen (404).
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
         * Read a job
         * @description One job with everything that is known of it: where it stands, when it was created, started and finished, the
         *     pipeline and the commit it ran for, whoever started it, the runner that took it, and what is left of its artifacts.
         *     `duration` grows while the job runs and `queued_duration` while it waits, so two answers about such a job differ.
         *     `failure_reason` is there for failed jobs only, and `artifacts_file` only while an archive can be downloaded.
         *
         *     **Who may:** whoever may read the project's jobs: Reporters and above, and with public pipelines on also Guests and,
         *     in public and internal projects, everybody who is signed in. A token is always required, even in a public project,
         *     and a job token will not do; a job asks about itself with `getTokenJob`.
         *
         *     **What can go wrong:** a job number that is none (400), no token or one that is not good (401), a role that is too
         *     small (403), a project or job that does not exist or may not be seen (404). A trigger job is not found here either;
         *     see `listPipelineBridges`.
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
         * Read the log of a job
         * @description The log of a job as plain text, byte for byte as the runner wrote it: colour codes, section marks and time stamps
         *     included, the token of the runner masked. The log of a job under way is sent as far as it has come, so a log is
         *     followed by asking again for what lies behind the last byte.
         *
         *     **A job without a log** has an empty one: the answer is 200 and has no bytes. The same holds for a job that has not
         *     started, and after an erase. Whether more is to come is told by the job's status, not by its log.
         *
         *     **Parts.** `byte_offset` and `byte_limit` cut a part out of the log; past its end the part is empty. Beside them the
         *     `Range` header is understood as well, which GitLab itself does not do: 206 with the bytes that were asked for, or
         *     416 when they begin beyond the end. A `Range` counts from the beginning of whatever would have been sent without it.
         *
         *     **Who may:** whoever may read the job. If the job ran in debug mode, its log may show secrets and is for Developers
         *     and above. A token is always required; a job token will not do.
         *
         *     **What can go wrong:** a number that is none, or out of bounds (400), no token or one that is not good (401), a role
         *     that is too small for the project's jobs or for a debug log (403), a project or job that does not exist or may not
         *     be seen (404).
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
         * Cancel a job
         * @description Stops a job that has not finished yet, and answers with the job as it is then.
         *
         *     A running job becomes `canceling` if its runner can stop gracefully: the script is ended, `after_script` still runs,
         *     and only then is the job `canceled`. With a runner that cannot, and in every status before `running`, the job is
         *     `canceled` at once.
         *
         *     **Nothing to cancel** is no error: a job that is finished, skipped, manual or already `canceling` comes back
         *     unchanged, with the same 201. So look at the status in the answer to learn whether anything happened. The request
         *     may be repeated without harm.
         *
         *     **`force`**, in the query or in the body, ends a job at once that is `canceling` and does not come to its end. It
         *     needs the Maintainer role. On a job in any other status it does nothing, not even an ordinary cancellation.
         *
         *     **Who may:** Developers and above; on a protected ref only those who may push or merge there. Nobody may cancel an
         *     archived job. Job tokens are not accepted, and a trigger job is not found here.
         *
         *     **What can go wrong:** a job number that is none or a `force` that is neither true nor false (400), no token or one
         *     that is not good (401), a role or a token's scope that is too small (403), a project or job that does not exist or
         *     may not be seen (404), somebody else who changed the job at the same moment (409; nothing was done).
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
         *     **Inputs** that the job declares can be set anew; an input that it does not declare is refused with 400, and
         *     so is a value of the wrong type. A job that declares no inputs at all ignores them.
         *
         *     **What can go wrong:** a job number, a body or an input that is not what it should be (400), no token or one that is
         *     not good (401), a role or a token's scope that is too small, or a job that cannot be retried (403), a project or job
         *     that does not exist or may not be seen (404), somebody else who changed the job at the same moment (409; nothing was
         *     done, so it is safe to ask again).
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
         * Erase a job
         * @description Removes what a finished job left behind, its log as well as its archive, its metadata and its reports, and answers
         *     with the job. The job itself stays, with its status: `erased_at` says when it was erased, `artifacts` is empty,
         *     `artifacts_file` is gone and `artifacts_expire_at` is null. Afterwards its log is empty and there is nothing left to
         *     download. This cannot be undone. To remove the artifacts and keep the log, use `deleteJobArtifacts`.
         *
         *     **Who may:** Maintainers and above, and Developers for a job that they started themselves on a ref that is not
         *     protected. Nobody may erase an archived job. Job tokens are not accepted, and a trigger job is not found here.
         *
         *     **In which states:** `success`, `failed`, `canceled` or `skipped`, and only if there is still something to erase.
         *     Everything else is refused with 403, so a second request is refused, too.
         *
         *     **What can go wrong:** a job number that is none (400), no token or one that is not good (401), a role that is too
         *     small or a job that cannot be erased (403), a project or job that does not exist or may not be seen (404), a project
         *     whose statistics are being refreshed, or somebody else who changed the job at the same moment (409; nothing was done,
         *     try again later).
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
         * Play a manual job
         * @description Starts a job that waits for somebody to start it, or that was delayed: it goes into the queue, and the caller
         *     becomes its user.
         *
         *     A `manual` or `scheduled` job comes back under the **same** number, as `pending` or on its way there (`preparing`,
         *     `waiting_for_resource`). A manual or delayed job that is over already is run again, and then the answer is a **new**
         *     job with a number of its own. So follow the number in the answer, not the one in the request. A trigger job can be
         *     played as well; it comes back as a `Bridge`, anything else as a `Job`.
         *
         *     **Variables** for this run only are given in `job_variables_attributes`, and values for the inputs that the job
         *     declares in `job_inputs` (which `retryJob` calls `inputs`). Trigger jobs ignore variables.
         *
         *     **Who may:** Developers and above; on a protected ref or for a protected environment only those who may push or
         *     deploy there. Giving variables needs the right to set pipeline variables as well. Job tokens are not accepted.
         *
         *     **In which states:** `manual` and `scheduled`, and manual or delayed jobs that could be retried. Any other job is
         *     refused with 400. Sent twice, the second request is refused for that reason while the job is under way, and starts it
         *     anew once it is over. Nobody may play an archived job.
         *
         *     **What can go wrong:** a body that is not what it should be, an input that is not declared, or a job that cannot be
         *     played (400), no token or one that is not good (401), a role or a token's scope that is too small (403), a project
         *     or job that does not exist or may not be seen (404), somebody else who changed the job at the same moment (409; nothing
         *     was done, so it is safe to ask again).
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
         * Download the archive of a job
         * @description The archive of a job: the files that the job asked to keep, as one ZIP file, with `application/octet-stream` as its
         *     type and the name of the archive in `Content-Disposition`.
         *
         *     An archive that has expired is still sent as long as it has not been removed. `artifacts_file` of the job is gone by
         *     then, so this download may succeed where the job shows no archive. Reports and logs are not in the archive; for a
         *     single file of it use `getJobArtifactFile`.
         *
         *     **Parts and repeats.** `Range` is understood: 206 with the bytes that were asked for, or 416 when they begin beyond
         *     the end. The `ETag` is strong and stays the same as long as the archive does, so `If-None-Match` spares the download
         *     and a download that broke off can be resumed.
         *
         *     **From an object store** the archive may come by a redirect: 302 to a signed address, where the store sends the same bytes, with
         *     the same type and name. Whether a server redirects is its operator's choice, so a client must be ready for both.
         *
         *     **Who may:** whoever may read the project's jobs, so in a public project with public pipelines everybody, signed in
         *     or not. An archive can be narrower than that: for Developers and above, for Maintainers and above, or for nobody. A
         *     job token is accepted if the project's allow-list lets its project in.
         *
         *     **What can go wrong:** a job number that is none (400), a token that is not good (401), a role that is too small for
         *     the project's jobs or for this archive (403), a project or job that does not exist or may not be seen, or a job
         *     without an archive (404).
         */
        get: operations["downloadJobArtifacts"];
        put?: never;
        post?: never;
        /**
         * Delete the artifacts of a job
         * @description Removes the artifacts of a job, its archive with its metadata and its reports, at once and for good. The log stays;
         *     to remove that as well, use `eraseJob`. The job itself stays as it is, too.
         *
         *     A job without artifacts is no error: the answer is the same empty 204, so the request may be repeated without harm.
         *
         *     **Who may:** Maintainers and above. Job tokens are not accepted, and a trigger job is not found here.
         *
         *     **What can go wrong:** a job number that is none (400), no token or one that is not good (401), a role or a token's
         *     scope that is too small (403), a project or job that does not exist or may not be seen (404), a project whose
         *     statistics are being refreshed, or somebody else who changed the job at the same moment (409; nothing was done, try
         *     again later).
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
         * List what is in the archive of a job
         * @description The files and directories in the archive of a job, without unpacking it. Without `path` it lists the top, with
         *     `path` that directory; directories come first, then files. With `recursive` everything below the directory is
         *     listed. The path of an entry is what `getJobArtifactFile` takes; directories end in a slash and cannot be
         *     downloaded.
         *
         *     **Pages.** With `page` and `per_page`; `Link` leads on, and `X-Total` and `X-Total-Pages` say how long the list is.
         *
         *     Unlike the download of the whole archive, this needs an archive that has not expired, and one whose table of
         *     contents (`metadata`) is there.
         *
         *     **Who may:** whoever may read the project's jobs, so in a public project with public pipelines everybody, signed in
         *     or not. An archive can be narrower than that: for Developers and above, for Maintainers and above, or for nobody. A
         *     job token is accepted if the project's allow-list lets its project in.
         *
         *     **What can go wrong:** a parameter that is not what it should be (400), a token that is not good (401), a role that
         *     is too small for the project's jobs or for this archive (403), a project or job that does not exist or may not be
         *     seen (404). The same 404 says in so many words when there is no archive any more, when it has no table of contents,
         *     and when it has no such directory, checked in this order.
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
         * Keep the artifacts of a job
         * @description Takes the expiry away from the artifacts of a job, so that they are not removed when their time has come, and
         *     answers with the job, whose `artifacts_expire_at` is null now. This holds for the archive and for everything else
         *     that the job left behind. Artifacts that were kept before stay kept, so the request may be repeated. It cannot be
         *     taken back, but the artifacts can be deleted (`deleteJobArtifacts`).
         *
         *     **Who may:** Developers and above; on a protected ref only those who may push or merge there. Job tokens are not
         *     accepted, and a trigger job is not found here.
         *
         *     **In which states:** any, as long as the job has an archive that has not expired. Once it has, it is too late, even
         *     if it can still be downloaded.
         *
         *     **What can go wrong:** a job number that is none (400), no token or one that is not good (401), a role or a token's
         *     scope that is too small (403), a project or job that does not exist or may not be seen, or a job without an archive
         *     to keep (404), somebody else who changed the job at the same moment (409; nothing was done). The job is looked up before the role, so a caller who may not keep anything learns by a 404 that
         *     there is no such job.
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
         * Download one file from the archive of a job
         * @description One file out of the archive of a job, unpacked on the way; the rest of the archive is not sent. The path is the one
         *     that `listJobArtifactTree` shows. Its slashes may stand as they are or as `%2F`, and the extension is part of it. A
         *     file named `tree` at the top of an archive cannot be fetched like this, because that address lists the archive.
         *
         *     **The type** is always `application/octet-stream`, and the file is always an attachment: nothing out of an archive
         *     is ever shown as a page of this server. GitLab guesses the type from the name; a client that needs one does that
         *     better itself, since it knows what it expects.
         *
         *     Unlike the download of the whole archive, this needs an archive that has not expired. The `ETag` is strong, so
         *     `If-None-Match` spares the download. `Range` is not understood. A client that says `Accept-Encoding: gzip` may get
         *     the bytes as they lie packed in the archive, with `Content-Encoding: gzip`.
         *
         *     **Who may:** whoever may read the project's jobs, so in a public project with public pipelines everybody, signed in
         *     or not. An archive can be narrower than that: for Developers and above, for Maintainers and above, or for nobody. A
         *     job token is accepted if the project's allow-list lets its project in.
         *
         *     **What can go wrong:** a job number that is none, or a path that cannot be one, such as one with a zero byte or with
         *     `..` in it (400), a token that is not good (401), a role that is too small for the project's jobs or for this
         *     archive (403), a project or job that does not exist or may not be seen, an archive that is not there any more, or
         *     one without such a file (404).
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
         * Download the archive of the latest successful job of a ref
         * @description The archive of a job that is found by its name and its branch or tag instead of its number: the address of "the
         *     latest build". What is sent is what `downloadJobArtifacts` sends for that job, byte for byte.
         *
         *     **Which job:** the one with exactly this name in the **latest successful pipeline** of the branch or tag. A job that
         *     succeeded in a pipeline that failed is not found, nor is one that left no archive; neither `HEAD` nor a commit is
         *     accepted as a ref. With `search_recent_successful_pipelines` the last 100 successful pipelines of the ref are looked
         *     through, for the newest successful job of that name with an archive.
         *
         *     **Slashes** in the ref may stand as they are or as `%2F`.
         *
         *     **Parts and repeats.** `Range` is understood: 206 with the bytes that were asked for, or 416 when they begin beyond
         *     the end. The `ETag` is strong and changes when a newer pipeline succeeds, so `If-None-Match` tells whether there is
         *     anything new.
         *
         *     **From an object store** the archive may come by a redirect to a signed address, as `downloadJobArtifacts` says.
         *
         *     **Who may:** whoever may read the project's jobs, so in a public project with public pipelines everybody, signed in
         *     or not. An archive can be narrower than that: for Developers and above, for Maintainers and above, or for nobody. A
         *     job token is accepted if the project's allow-list lets its project in.
         *
         *     **What can go wrong:** no `job` (400), a token that is not good (401), a role that is too small for the project's
         *     jobs or for this archive (403), a project that does not exist or may not be seen, or no such job (404).
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
         * Download one file from the latest successful job of a ref
         * @description One file out of the archive of a job that is found by its name and its branch or tag: the address of "the latest
         *     report". The file is unpacked on the way; the rest of the archive is not sent.
         *
         *     **Which job:** the one with exactly this name in the **latest successful pipeline** of the branch or tag. A job that
         *     succeeded in a pipeline that failed is not found, nor is one that left no archive; neither `HEAD` nor a commit is
         *     accepted as a ref. With `search_recent_successful_pipelines` the last 100 successful pipelines of the ref are looked
         *     through, for the newest successful job of that name with an archive.
         *
         *     **Slashes** in the ref and in the path may stand as they are or as `%2F`. Where the slashes stand as they are, the
         *     last `/raw/` divides the ref from the path, so write them as `%2F` in a path that holds `/raw/` itself. The
         *     extension is part of the path.
         *
         *     **The type** is always `application/octet-stream`, and the file is always an attachment: nothing out of an archive
         *     is ever shown as a page of this server. GitLab guesses the type from the name; a client that needs one does that
         *     better itself, since it knows what it expects.
         *
         *     The `ETag` is strong, so `If-None-Match` spares the download. `Range` is not understood. A client that says
         *     `Accept-Encoding: gzip` may get the bytes as they lie packed in the archive, with `Content-Encoding: gzip`.
         *
         *     **Who may:** whoever may read the project's jobs, so in a public project with public pipelines everybody, signed in
         *     or not. An archive can be narrower than that: for Developers and above, for Maintainers and above, or for nobody. A
         *     job token is accepted if the project's allow-list lets its project in.
         *
         *     **What can go wrong:** no `job`, or a path that cannot be one, such as one with a zero byte or with `..` in it
         *     (400), a token that is not good (401), a role that is too small for the project's jobs or for this archive (403), a
         *     project that does not exist or may not be seen, no such job, or no such file in its archive (404).
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
         * Token error
         * @description A token that is known but no longer, or not enough, in the words of OAuth 2.
         */
        TokenError: {
            /**
             * @description The machine word for what is wrong with the token.
             * @example insufficient_scope
             */
            error: "invalid_token" | "insufficient_scope" | (string & {});
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
         * Project identity
         * @description A project in its shortest form.
         */
        ProjectIdentity: {
            /**
             * Format: int64
             * @description The number of the project.
             * @example 7
             */
            id: number;
            /**
             * @description What the project is about.
             * @example Where the clusters are configured
             */
            description: string | null;
            /**
             * @description The name to show.
             * @example Clusters
             */
            name: string;
            /**
             * @description The name with those of the groups above it.
             * @example Harbor / Clusters
             */
            name_with_namespace: string;
            /**
             * @description The last part of the path.
             * @example clusters
             */
            path: string;
            /**
             * @description The full path.
             * @example harbor/clusters
             */
            path_with_namespace: string;
            /**
             * Format: date-time
             * @description When the project was created.
             * @example 2024-02-01T08:00:00.000Z
             */
            created_at: string;
        };
        /**
         * Allowed agent
         * @description An agent for Kubernetes that a job may use.
         */
        AllowedAgent: {
            /**
             * Format: int64
             * @description The number of the agent.
             * @example 3
             */
            id: number;
            config_project: components["schemas"]["ProjectIdentity"];
            /**
             * @description What the agent's configuration file says about this project; free in form.
             * @example {
             *       "default_namespace": "webshop"
             *     }
             */
            configuration: {
                [key: string]: unknown;
            };
        };
        /**
         * Allowed agents
         * @description The job that a token belongs to, and the agents for Kubernetes that the job may use.
         */
        AllowedAgents: {
            /** @description The agents, with the configuration that lets this project use them. */
            allowed_agents: components["schemas"]["AllowedAgent"][];
            /** @description The job that the token belongs to. */
            job: {
                /**
                 * Format: int64
                 * @description The number of the job.
                 * @example 42
                 */
                id: number;
            };
            /** @description The pipeline of that job. */
            pipeline: {
                /**
                 * Format: int64
                 * @description The number of the pipeline.
                 * @example 6
                 */
                id: number;
            };
            /** @description The project of that job. */
            project: {
                /**
                 * Format: int64
                 * @description The number of the project.
                 * @example 1
                 */
                id: number;
                /** @description The group of the project and all groups above it; empty in a person's own namespace. */
                groups: {
                    /**
                     * Format: int64
                     * @description The number of the group.
                     * @example 23
                     */
                    id: number;
                }[];
            };
            /** @description Whoever started the job. */
            user: {
                /**
                 * Format: int64
                 * @description The number of the account.
                 * @example 2
                 */
                id: number;
                /**
                 * @description The name of the account.
                 * @example dana
                 */
                username: string;
                /**
                 * @description The role of that person in the project and every lower one, lowest first.
                 * @example [
                 *       "guest",
                 *       "planner",
                 *       "reporter",
                 *       "developer"
                 *     ]
                 */
                roles_in_project: string[];
            };
            /** @description Where the job deploys to; absent when it does not deploy. */
            environment?: {
                /**
                 * @description The kind of environment.
                 * @example production
                 */
                tier: string;
                /**
                 * @description The name of the environment as addresses write it.
                 * @example production
                 */
                slug: string;
            };
        };
        /**
         * Accepted
         * @description The request was understood and is being carried out in the background.
         */
        Accepted: {
            /**
             * @description The status in words, always the same.
             * @example 202 Accepted
             * @constant
             */
            message: "202 Accepted";
        };
        /**
         * Job scope
         * @description A status to filter jobs by. Unlike the statuses in answers, this list is closed.
         * @example failed
         * @enum {string}
         */
        JobScope: "created" | "waiting_for_resource" | "preparing" | "waiting_for_callback" | "pending" | "running" | "success" | "failed" | "canceling" | "canceled" | "skipped" | "manual" | "scheduled";
        /**
         * Parameter error
         * @description A request that does not fit the contract; every faulty parameter is named, in the order in which they are declared here, joined by commas.
         */
        ParameterError: {
            /**
             * @description Each parameter and what is wrong with it.
             * @example scope does not have a valid value
             * @example page is invalid, per_page does not have a valid value
             */
            error: string;
        };
        /**
         * Trigger job
         * @description A trigger job (bridge): it runs no script but starts a pipeline elsewhere. It has everything that a `Job` has up to
         *     `project`, then `downstream_pipeline`, and nothing about artifacts, runners or tags.
         */
        Bridge: {
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
            /** @description The pipeline that it started; null until then, and when that failed. */
            downstream_pipeline: components["schemas"]["PipelineBasic"] | null;
        };
        /**
         * Cancel job request
         * @description How to cancel. The body is optional; the same member may stand in the query.
         */
        CancelJobRequest: {
            /**
             * @description End a job at once that is `canceling` already. Needs the Maintainer role, and does nothing to any other job.
             * @default false
             * @example true
             */
            force?: boolean;
        } | null;
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
         * Job variable
         * @description A variable for one run of a manual job.
         */
        JobVariable: {
            /**
             * @description The name of the variable. A number or a boolean counts as its text.
             * @example TARGET_REGION
             */
            key: string | number | boolean;
            /**
             * @description Its value. A number or a boolean counts as its text.
             * @example eu-north
             */
            value: string | number | boolean;
            /**
             * @description Whether the job sees the value itself or the path of a file that holds it.
             * @default env_var
             * @example env_var
             * @enum {string}
             */
            variable_type?: "env_var" | "file";
        };
        /**
         * Play job request
         * @description What a job may be given when it is played. Everything is optional, and so is the body.
         */
        PlayJobRequest: {
            /** @description Variables for this run only. Needs the right to set pipeline variables; trigger jobs ignore them. */
            job_variables_attributes?: components["schemas"]["JobVariable"][];
            /**
             * @description Values for the inputs that the job declares; an undeclared one is refused.
             * @example {
             *       "region": "eu-north"
             *     }
             */
            job_inputs?: {
                [key: string]: string | number | boolean | (string | number | boolean | Record<string, never>)[];
            };
        } | null;
        /**
         * Entry of an archive
         * @description A file or a directory in the archive of a job.
         */
        ArtifactTreeEntry: {
            /**
             * @description The last part of the path.
             * @example report.html
             */
            name: string;
            /**
             * @description Where the entry lies in the archive; a directory ends in a slash.
             * @example coverage/report.html
             */
            path: string;
            /**
             * @description Whether it is a file or a directory.
             * @example file
             */
            type: "file" | "directory" | (string & {});
            /**
             * Format: int64
             * @description The size in bytes, unpacked; files only.
             * @example 5120
             */
            size?: number;
            /**
             * @description The permissions as six octal digits.
             * @example 100644
             */
            mode: string | null;
        };
    };
    responses: {
        /** @description What the client holds (`If-None-Match`) is still right. There is no body. */
        NotModified: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                ETag: components["headers"]["ETag"];
                Vary: components["headers"]["Vary"];
                [name: string]: unknown;
            };
            content?: never;
        };
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
        /** @description The account of the caller is blocked. */
        AccountBlocked: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["MessageError"];
            };
        };
        /** @description The token is good, but it belongs to a person and to no job. */
        TokenJobNotFound: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["MessageError"];
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
        /**
         * @description The database or the object store behind the server cannot be reached, or refuses, or is busy with something else for longer than one
         *     would wait; or the server is being stopped and takes nothing new. Nothing was changed; ask again after `Retry-After`.
         */
        ServiceUnavailable: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                "Retry-After": components["headers"]["Retry-After"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["MessageError"];
            };
        };
        /** @description There is no token, it is unknown, expired or revoked, or it is a job token, which does not count here. */
        PersonalTokenRequired: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["MessageError"] | components["schemas"]["TokenError"];
            };
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
        /** @description There is a token, but it is unknown, expired or revoked, or it is a job token whose job is over. Without any token the caller is anonymous, which is no reason for a 401. */
        InvalidToken: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["MessageError"] | components["schemas"]["TokenError"];
            };
        };
        /** @description There is no such project or pipeline, or the caller may not see it. */
        PipelineNotFound: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["MessageError"];
            };
        };
        /** @description There is no such project or job, or the caller may not see it; or the job is a trigger job, which this operation does not know. */
        OrdinaryJobNotFound: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["MessageError"];
            };
        };
        /**
         * @description Somebody else changed the same thing at the same moment. This request certainly did nothing, so it may be sent again,
         *     even if the operation is not repeatable; look at the job first if the other change may have made it needless.
         */
        ResourceLock: {
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
    };
    parameters: {
        /**
         * @description The `ETag` of an answer that the client still holds; if it is still right, the answer is an empty 304.
         * @example W/"5a4b3c2d1e0f5a4b3c2d1e0f5a4b3c2d"
         */
        IfNoneMatch: string;
        /** @description The project: its number, or its full path with each `/` written as `%2F`. A path that was moved is redirected. */
        ProjectId: number | string;
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
         * @description The number of the pipeline; a child pipeline's will do.
         * @example 6
         */
        PipelineId: number;
        /**
         * @description Show also the jobs that were retried since, not only the latest attempt of each.
         * @example true
         */
        IncludeRetried: boolean;
        /**
         * @description The number of the job.
         * @example 42
         */
        JobId: number;
        /**
         * @description Where in the log to begin, in bytes. Past the end the answer is empty.
         * @example 1024
         */
        ByteOffset: number;
        /**
         * @description How many bytes of the log to send at most; without it, all up to the end.
         * @example 65536
         */
        ByteLimit: number;
        /**
         * @description The bytes to send, as `bytes=FIRST-LAST`, `bytes=FIRST-` or `bytes=-COUNT`. Several ranges, other units and whatever cannot be understood are answered with the whole.
         * @example bytes=0-1023
         */
        Range: string;
        /**
         * @description End a job at once that is `canceling` already. Needs the Maintainer role, and does nothing to any other job.
         * @example true
         */
        Force: boolean;
        /**
         * @description The directory to list; a slash at its end changes nothing. Empty for the top.
         * @example coverage/
         */
        TreePath: string;
        /**
         * @description List everything below the directory, not only what lies directly in it.
         * @example true
         */
        TreeRecursive: boolean;
        /**
         * @description The path of a file in the archive, slashes included, literal or as `%2F`. The extension is part of it.
         * @example some/release/file.pdf
         */
        ArtifactPath: string;
        /**
         * @description A branch or a tag, slashes included, literal or as `%2F`. Neither `HEAD` nor a commit will do.
         * @example main
         */
        RefName: string;
        /**
         * @description The exact name of the job, with the matrix suffix if it has one.
         * @example test
         */
        JobName: string;
        /**
         * @description Look through the last 100 successful pipelines of the ref for a successful job with an archive, not only at the latest one.
         * @example true
         */
        SearchRecentSuccessfulPipelines: boolean;
    };
    requestBodies: never;
    headers: {
        /**
         * @description The name of this request in the server's log.
         * @example 01JD5T6Z7V8W9X0Y1Z2A3B4C5D
         */
        "X-Request-Id": string;
        /**
         * @description A name for exactly this answer; send it back in `If-None-Match`. Weak for JSON and logs, strong for archives and the files in them.
         * @example W/"5a4b3c2d1e0f5a4b3c2d1e0f5a4b3c2d"
         */
        ETag: string;
        /**
         * @description What of a request decides about the form of the answer: caches keep the forms apart.
         * @example Accept-Encoding
         */
        Vary: string;
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
         * @description The addresses of other pages, in the order prev, next, first, last; `rel="next"` is missing on the last page. They are absolute and begin as the request did.
         * @example <http://127.0.0.1:4000/api/v4/projects/1/jobs?page=2&per_page=20>; rel="next"
         */
        Link: string;
        /**
         * @description The number of this page. Missing where a cursor walks the list.
         * @example 1
         */
        "X-Page": number;
        /**
         * @description How many rows a page has. Missing where a cursor walks the list.
         * @example 20
         */
        "X-Per-Page": number;
        /**
         * @description The number of the next page; empty on the last one. Missing where a cursor walks the list.
         * @example 2
         */
        "X-Next-Page": string;
        /**
         * @description The number of the page before; empty on the first one. Missing where a cursor walks the list.
         * @example
         */
        "X-Prev-Page": string;
        /**
         * @description Where to ask instead: under the project's number where its path has changed, or at a signed address of an object store.
         * @example http://127.0.0.1:4000/api/v4/projects/1/jobs
         */
        Location: string;
        /**
         * @description How many rows there are; missing when there are more than 10000.
         * @example 31
         */
        "X-Total": number;
        /**
         * @description How many pages there are, at least 1; missing when `X-Total` is.
         * @example 2
         */
        "X-Total-Pages": number;
        /**
         * @description That the `Range` header is understood.
         * @example bytes
         */
        "Accept-Ranges": string;
        /**
         * @description The length of the body in bytes.
         * @example 1000
         */
        "Content-Length": number;
        /**
         * @description The file name to save the answer under. For a log it is of the unusual type `infile`, as GitLab sends it.
         * @example attachment; filename="artifacts.zip"; filename*=UTF-8''artifacts.zip
         */
        "Content-Disposition": string;
        /**
         * @description Which bytes these are, and of how many.
         * @example bytes 0-99/1000
         */
        "Content-Range": string;
        /**
         * @description A leftover of mail that GitLab sends with archives; it means nothing in HTTP.
         * @example binary
         */
        "Content-Transfer-Encoding": string;
        /**
         * @description `gzip` where the file goes out as it lies packed in its archive, because the client takes it so (`Accept-Encoding`). Most clients unpack it by themselves. `Content-Length` then counts the packed bytes, and `ETag` is another one.
         * @example gzip
         */
        "Content-Encoding": string;
    };
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    getTokenJob: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The `ETag` of an answer that the client still holds; if it is still right, the answer is an empty 304.
                 * @example W/"5a4b3c2d1e0f5a4b3c2d1e0f5a4b3c2d"
                 */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The job of the token. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Job"];
                };
            };
            304: components["responses"]["NotModified"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["AccountBlocked"];
            404: components["responses"]["TokenJobNotFound"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    getAllowedAgents: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The `ETag` of an answer that the client still holds; if it is still right, the answer is an empty 304.
                 * @example W/"5a4b3c2d1e0f5a4b3c2d1e0f5a4b3c2d"
                 */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The job of the token, and the agents that it may use. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AllowedAgents"];
                };
            };
            304: components["responses"]["NotModified"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["AccountBlocked"];
            404: components["responses"]["TokenJobNotFound"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    deleteProjectArtifacts: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The project: its number, or its full path with each `/` written as `%2F`. A path that was moved is redirected. */
                id: components["parameters"]["ProjectId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The artifacts are going to be removed. */
            202: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Accepted"];
                };
            };
            401: components["responses"]["PersonalTokenRequired"];
            /** @description The caller's role or token is not enough. Or the account of the caller is blocked. */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MessageError"] | components["schemas"]["TokenError"];
                };
            };
            404: components["responses"]["ProjectNotFound"];
            405: components["responses"]["MovedNotAllowed"];
            /**
             * @description The project's statistics are being refreshed; try again later. Or somebody else changed the same thing at the same
             *     moment. Either way this request certainly did nothing, so it may be sent again.
             */
            409: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MessageError"];
                };
            };
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
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
            /** @description The project may be seen, but not its jobs; or it does not let this job token in. Or the account of the caller is blocked. */
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
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    listPipelineJobs: {
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
                 * @description Show also the jobs that were retried since, not only the latest attempt of each.
                 * @example true
                 */
                include_retried?: components["parameters"]["IncludeRetried"];
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
                /**
                 * @description The number of the pipeline; a child pipeline's will do.
                 * @example 6
                 */
                pipeline_id: components["parameters"]["PipelineId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of jobs; empty when none fits, and for those who may not read the jobs of this pipeline. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    ETag: components["headers"]["ETag"];
                    Link: components["headers"]["Link"];
                    "X-Page": components["headers"]["X-Page"];
                    "X-Per-Page": components["headers"]["X-Per-Page"];
                    "X-Next-Page": components["headers"]["X-Next-Page"];
                    "X-Prev-Page": components["headers"]["X-Prev-Page"];
                    "X-Total": components["headers"]["X-Total"];
                    "X-Total-Pages": components["headers"]["X-Total-Pages"];
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
            401: components["responses"]["InvalidToken"];
            /** @description The project may be seen, but not its pipelines; or it does not let this job token in. Or the account of the caller is blocked. */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MessageError"];
                };
            };
            404: components["responses"]["PipelineNotFound"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    listPipelineBridges: {
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
                 * @description Which page, counted from 1. Cannot be combined with `pagination=keyset`.
                 * @example 2
                 */
                page?: components["parameters"]["Page"];
                /**
                 * @description How many rows on a page; more than 100 is taken as 100.
                 * @example 50
                 */
                per_page?: components["parameters"]["PerPage"];
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
                /**
                 * @description The number of the pipeline; a child pipeline's will do.
                 * @example 6
                 */
                pipeline_id: components["parameters"]["PipelineId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of trigger jobs; empty when none fits. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    ETag: components["headers"]["ETag"];
                    Link: components["headers"]["Link"];
                    "X-Page": components["headers"]["X-Page"];
                    "X-Per-Page": components["headers"]["X-Per-Page"];
                    "X-Next-Page": components["headers"]["X-Next-Page"];
                    "X-Prev-Page": components["headers"]["X-Prev-Page"];
                    "X-Total": components["headers"]["X-Total"];
                    "X-Total-Pages": components["headers"]["X-Total-Pages"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Bridge"][];
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
            401: components["responses"]["InvalidToken"];
            /** @description The project may be seen, but not its jobs; or it does not let this job token in. Or the account of the caller is blocked. */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MessageError"];
                };
            };
            404: components["responses"]["PipelineNotFound"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    getJob: {
        parameters: {
            query?: never;
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
                /**
                 * @description The number of the job.
                 * @example 42
                 */
                job_id: components["parameters"]["JobId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The job. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Job"];
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
            /** @description The job number is not a number. */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ParameterError"];
                };
            };
            401: components["responses"]["PersonalTokenRequired"];
            /** @description The project may be seen, but not its jobs. Or the account of the caller is blocked. */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MessageError"];
                };
            };
            404: components["responses"]["OrdinaryJobNotFound"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    getJobLog: {
        parameters: {
            query?: {
                /**
                 * @description Where in the log to begin, in bytes. Past the end the answer is empty.
                 * @example 1024
                 */
                byte_offset?: components["parameters"]["ByteOffset"];
                /**
                 * @description How many bytes of the log to send at most; without it, all up to the end.
                 * @example 65536
                 */
                byte_limit?: components["parameters"]["ByteLimit"];
            };
            header?: {
                /**
                 * @description The bytes to send, as `bytes=FIRST-LAST`, `bytes=FIRST-` or `bytes=-COUNT`. Several ranges, other units and whatever cannot be understood are answered with the whole.
                 * @example bytes=0-1023
                 */
                Range?: components["parameters"]["Range"];
                /**
                 * @description The `ETag` of an answer that the client still holds; if it is still right, the answer is an empty 304.
                 * @example W/"5a4b3c2d1e0f5a4b3c2d1e0f5a4b3c2d"
                 */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
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
        requestBody?: never;
        responses: {
            /** @description The log, or the part of it that was asked for; empty when there is none. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    ETag: components["headers"]["ETag"];
                    "Accept-Ranges": components["headers"]["Accept-Ranges"];
                    "Content-Length": components["headers"]["Content-Length"];
                    "Content-Disposition": components["headers"]["Content-Disposition"];
                    [name: string]: unknown;
                };
                content: {
                    "text/plain": string;
                };
            };
            /** @description The bytes that `Range` asked for. */
            206: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    ETag: components["headers"]["ETag"];
                    "Accept-Ranges": components["headers"]["Accept-Ranges"];
                    "Content-Range": components["headers"]["Content-Range"];
                    "Content-Length": components["headers"]["Content-Length"];
                    "Content-Disposition": components["headers"]["Content-Disposition"];
                    [name: string]: unknown;
                };
                content: {
                    "text/plain": string;
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
            401: components["responses"]["PersonalTokenRequired"];
            /** @description The project may be seen, but not its jobs; or the job ran in debug mode, and the role is too small for its log. Or the account of the caller is blocked. */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MessageError"];
                };
            };
            404: components["responses"]["OrdinaryJobNotFound"];
            /** @description The range begins beyond the end; `Content-Range` says how long the whole is. */
            416: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Content-Range": components["headers"]["Content-Range"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MessageError"];
                };
            };
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    cancelJob: {
        parameters: {
            query?: {
                /**
                 * @description End a job at once that is `canceling` already. Needs the Maintainer role, and does nothing to any other job.
                 * @example true
                 */
                force?: components["parameters"]["Force"];
            };
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
        /** @description Whether to force it. Without a body, an ordinary cancellation. */
        requestBody?: {
            content: {
                "application/json": components["schemas"]["CancelJobRequest"];
                "application/x-www-form-urlencoded": components["schemas"]["CancelJobRequest"];
            };
        };
        responses: {
            /** @description The job as it is now. */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Job"];
                };
            };
            /** @description The job number is not a number, or the body or `force` is not what it should be. */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ParameterError"];
                };
            };
            401: components["responses"]["PersonalTokenRequired"];
            /** @description The caller's role or token is not enough, or the job is archived. Or the account of the caller is blocked. */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MessageError"] | components["schemas"]["TokenError"];
                };
            };
            404: components["responses"]["OrdinaryJobNotFound"];
            405: components["responses"]["MovedNotAllowed"];
            409: components["responses"]["ResourceLock"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
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
            /** @description The job number is not a number, the body is not what it should be, or an input is not declared or not of its type. */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MessageError"] | components["schemas"]["ParameterError"];
                };
            };
            401: components["responses"]["PersonalTokenRequired"];
            /** @description The caller's role or token is not enough, or the job is not one that can be retried. Or the account of the caller is blocked. */
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
            409: components["responses"]["ResourceLock"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
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
        requestBody?: never;
        responses: {
            /** @description The job, without its log and artifacts. */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Job"];
                };
            };
            /** @description The job number is not a number. */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ParameterError"];
                };
            };
            401: components["responses"]["PersonalTokenRequired"];
            /** @description The caller's role or token is not enough, or the job is not one that can be erased. Or the account of the caller is blocked. */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MessageError"] | components["schemas"]["TokenError"];
                };
            };
            404: components["responses"]["OrdinaryJobNotFound"];
            405: components["responses"]["MovedNotAllowed"];
            /**
             * @description The project's statistics are being refreshed; try again later. Or somebody else changed the same thing at the same
             *     moment. Either way this request certainly did nothing, so it may be sent again.
             */
            409: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MessageError"];
                };
            };
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
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
        /** @description Variables and inputs for this run. Without a body, the job runs as it is configured. */
        requestBody?: {
            content: {
                "application/json": components["schemas"]["PlayJobRequest"];
                "application/x-www-form-urlencoded": components["schemas"]["PlayJobRequest"];
            };
        };
        responses: {
            /** @description The job that was started: the same one, or a new one if it had been over. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Job"] | components["schemas"]["Bridge"];
                };
            };
            /** @description The job number is not a number, the body is not what it should be, or the job cannot be played. */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MessageError"] | components["schemas"]["ParameterError"];
                };
            };
            401: components["responses"]["PersonalTokenRequired"];
            /** @description The caller's role or token is not enough to play the job, or to give it variables. Or the account of the caller is blocked. */
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
            409: components["responses"]["ResourceLock"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    downloadJobArtifacts: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The bytes to send, as `bytes=FIRST-LAST`, `bytes=FIRST-` or `bytes=-COUNT`. Several ranges, other units and whatever cannot be understood are answered with the whole.
                 * @example bytes=0-1023
                 */
                Range?: components["parameters"]["Range"];
                /**
                 * @description The `ETag` of an answer that the client still holds; if it is still right, the answer is an empty 304.
                 * @example W/"5a4b3c2d1e0f5a4b3c2d1e0f5a4b3c2d"
                 */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
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
        requestBody?: never;
        responses: {
            /** @description The archive. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    ETag: components["headers"]["ETag"];
                    "Accept-Ranges": components["headers"]["Accept-Ranges"];
                    "Content-Length": components["headers"]["Content-Length"];
                    "Content-Disposition": components["headers"]["Content-Disposition"];
                    "Content-Transfer-Encoding": components["headers"]["Content-Transfer-Encoding"];
                    [name: string]: unknown;
                };
                content: {
                    "application/octet-stream": unknown;
                };
            };
            /** @description The bytes that `Range` asked for. */
            206: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    ETag: components["headers"]["ETag"];
                    "Accept-Ranges": components["headers"]["Accept-Ranges"];
                    "Content-Range": components["headers"]["Content-Range"];
                    "Content-Length": components["headers"]["Content-Length"];
                    "Content-Disposition": components["headers"]["Content-Disposition"];
                    "Content-Transfer-Encoding": components["headers"]["Content-Transfer-Encoding"];
                    [name: string]: unknown;
                };
                content: {
                    "application/octet-stream": unknown;
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
            /**
             * @description The archive lies in an object store; fetch it at `Location`. The address is signed for this method and this archive and good for
             *     some minutes: it needs no token, and none of the caller's may be sent there. The store understands `Range`, answers
             *     with an `ETag` of its own, and speaks for itself where something goes wrong.
             */
            302: {
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
            /** @description The job number is not a number. */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ParameterError"];
                };
            };
            401: components["responses"]["InvalidToken"];
            /** @description The project may be seen, but not its jobs or not this archive; or it does not let this job token in. Or the account of the caller is blocked. */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MessageError"];
                };
            };
            /** @description There is no such project or job, or the caller may not see it; or the job has no archive. */
            404: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MessageError"];
                };
            };
            /** @description The range begins beyond the end; `Content-Range` says how long the whole is. */
            416: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Content-Range": components["headers"]["Content-Range"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MessageError"];
                };
            };
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
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
        requestBody?: never;
        responses: {
            /** @description The artifacts are gone, or there were none. There is no body. */
            204: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The job number is not a number. */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ParameterError"];
                };
            };
            401: components["responses"]["PersonalTokenRequired"];
            /** @description The caller's role or token is not enough. Or the account of the caller is blocked. */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MessageError"] | components["schemas"]["TokenError"];
                };
            };
            404: components["responses"]["OrdinaryJobNotFound"];
            405: components["responses"]["MovedNotAllowed"];
            /**
             * @description The project's statistics are being refreshed; try again later. Or somebody else changed the same thing at the same
             *     moment. Either way this request certainly did nothing, so it may be sent again.
             */
            409: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MessageError"];
                };
            };
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    listJobArtifactTree: {
        parameters: {
            query?: {
                /**
                 * @description The directory to list; a slash at its end changes nothing. Empty for the top.
                 * @example coverage/
                 */
                path?: components["parameters"]["TreePath"];
                /**
                 * @description List everything below the directory, not only what lies directly in it.
                 * @example true
                 */
                recursive?: components["parameters"]["TreeRecursive"];
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
                /**
                 * @description The number of the job.
                 * @example 42
                 */
                job_id: components["parameters"]["JobId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of entries. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    ETag: components["headers"]["ETag"];
                    Link: components["headers"]["Link"];
                    "X-Page": components["headers"]["X-Page"];
                    "X-Per-Page": components["headers"]["X-Per-Page"];
                    "X-Next-Page": components["headers"]["X-Next-Page"];
                    "X-Prev-Page": components["headers"]["X-Prev-Page"];
                    "X-Total": components["headers"]["X-Total"];
                    "X-Total-Pages": components["headers"]["X-Total-Pages"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ArtifactTreeEntry"][];
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
            401: components["responses"]["InvalidToken"];
            /** @description The project may be seen, but not its jobs or not this archive; or it does not let this job token in. Or the account of the caller is blocked. */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MessageError"];
                };
            };
            /** @description There is no such project or job, or the caller may not see it; or there is no archive, no table of contents or no such directory. */
            404: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MessageError"];
                };
            };
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
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
        requestBody?: never;
        responses: {
            /** @description The job, whose artifacts do not expire any more. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Job"];
                };
            };
            /** @description The job number is not a number. */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ParameterError"];
                };
            };
            401: components["responses"]["PersonalTokenRequired"];
            /** @description The caller's role or token is not enough. Or the account of the caller is blocked. */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MessageError"] | components["schemas"]["TokenError"];
                };
            };
            /** @description There is no such project or job, or the caller may not see it; or the job has no archive that could be kept. */
            404: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MessageError"];
                };
            };
            405: components["responses"]["MovedNotAllowed"];
            409: components["responses"]["ResourceLock"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    getJobArtifactFile: {
        parameters: {
            query?: never;
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
                /**
                 * @description The number of the job.
                 * @example 42
                 */
                job_id: components["parameters"]["JobId"];
                /**
                 * @description The path of a file in the archive, slashes included, literal or as `%2F`. The extension is part of it.
                 * @example some/release/file.pdf
                 */
                artifact_path: components["parameters"]["ArtifactPath"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The file. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    ETag: components["headers"]["ETag"];
                    "Content-Length": components["headers"]["Content-Length"];
                    "Content-Disposition": components["headers"]["Content-Disposition"];
                    "Content-Encoding": components["headers"]["Content-Encoding"];
                    Vary: components["headers"]["Vary"];
                    [name: string]: unknown;
                };
                content: {
                    "application/octet-stream": unknown;
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
            /** @description The job number is not a number, or the path cannot be one. */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MessageError"] | components["schemas"]["ParameterError"];
                };
            };
            401: components["responses"]["InvalidToken"];
            /** @description The project may be seen, but not its jobs or not this archive; or it does not let this job token in. Or the account of the caller is blocked. */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MessageError"];
                };
            };
            /** @description There is no such project or job, or the caller may not see it; or there is no archive, or no such file in it. */
            404: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MessageError"];
                };
            };
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    downloadRefArtifacts: {
        parameters: {
            query: {
                /**
                 * @description The exact name of the job, with the matrix suffix if it has one.
                 * @example test
                 */
                job: components["parameters"]["JobName"];
                /**
                 * @description Look through the last 100 successful pipelines of the ref for a successful job with an archive, not only at the latest one.
                 * @example true
                 */
                search_recent_successful_pipelines?: components["parameters"]["SearchRecentSuccessfulPipelines"];
            };
            header?: {
                /**
                 * @description The bytes to send, as `bytes=FIRST-LAST`, `bytes=FIRST-` or `bytes=-COUNT`. Several ranges, other units and whatever cannot be understood are answered with the whole.
                 * @example bytes=0-1023
                 */
                Range?: components["parameters"]["Range"];
                /**
                 * @description The `ETag` of an answer that the client still holds; if it is still right, the answer is an empty 304.
                 * @example W/"5a4b3c2d1e0f5a4b3c2d1e0f5a4b3c2d"
                 */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path: {
                /** @description The project: its number, or its full path with each `/` written as `%2F`. A path that was moved is redirected. */
                id: components["parameters"]["ProjectId"];
                /**
                 * @description A branch or a tag, slashes included, literal or as `%2F`. Neither `HEAD` nor a commit will do.
                 * @example main
                 */
                ref_name: components["parameters"]["RefName"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The archive. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    ETag: components["headers"]["ETag"];
                    "Accept-Ranges": components["headers"]["Accept-Ranges"];
                    "Content-Length": components["headers"]["Content-Length"];
                    "Content-Disposition": components["headers"]["Content-Disposition"];
                    "Content-Transfer-Encoding": components["headers"]["Content-Transfer-Encoding"];
                    [name: string]: unknown;
                };
                content: {
                    "application/octet-stream": unknown;
                };
            };
            /** @description The bytes that `Range` asked for. */
            206: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    ETag: components["headers"]["ETag"];
                    "Accept-Ranges": components["headers"]["Accept-Ranges"];
                    "Content-Range": components["headers"]["Content-Range"];
                    "Content-Length": components["headers"]["Content-Length"];
                    "Content-Disposition": components["headers"]["Content-Disposition"];
                    "Content-Transfer-Encoding": components["headers"]["Content-Transfer-Encoding"];
                    [name: string]: unknown;
                };
                content: {
                    "application/octet-stream": unknown;
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
            /**
             * @description The archive lies in an object store; fetch it at `Location`. The address is signed for this method and this archive and good for
             *     some minutes: it needs no token, and none of the caller's may be sent there. The store understands `Range`, answers
             *     with an `ETag` of its own, and speaks for itself where something goes wrong.
             */
            302: {
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
            /** @description A parameter is missing or not what it should be. */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ParameterError"];
                };
            };
            401: components["responses"]["InvalidToken"];
            /** @description The project may be seen, but not its jobs or not this archive; or it does not let this job token in. Or the account of the caller is blocked. */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MessageError"];
                };
            };
            /** @description There is no such project, or the caller may not see it; or there is no such job with an archive in the latest successful pipeline of that ref. */
            404: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MessageError"];
                };
            };
            /** @description The range begins beyond the end; `Content-Range` says how long the whole is. */
            416: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Content-Range": components["headers"]["Content-Range"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MessageError"];
                };
            };
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    getRefArtifactFile: {
        parameters: {
            query: {
                /**
                 * @description The exact name of the job, with the matrix suffix if it has one.
                 * @example test
                 */
                job: components["parameters"]["JobName"];
                /**
                 * @description Look through the last 100 successful pipelines of the ref for a successful job with an archive, not only at the latest one.
                 * @example true
                 */
                search_recent_successful_pipelines?: components["parameters"]["SearchRecentSuccessfulPipelines"];
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
                /**
                 * @description A branch or a tag, slashes included, literal or as `%2F`. Neither `HEAD` nor a commit will do.
                 * @example main
                 */
                ref_name: components["parameters"]["RefName"];
                /**
                 * @description The path of a file in the archive, slashes included, literal or as `%2F`. The extension is part of it.
                 * @example some/release/file.pdf
                 */
                artifact_path: components["parameters"]["ArtifactPath"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The file. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    ETag: components["headers"]["ETag"];
                    "Content-Length": components["headers"]["Content-Length"];
                    "Content-Disposition": components["headers"]["Content-Disposition"];
                    "Content-Encoding": components["headers"]["Content-Encoding"];
                    Vary: components["headers"]["Vary"];
                    [name: string]: unknown;
                };
                content: {
                    "application/octet-stream": unknown;
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
            /** @description A parameter is missing or not what it should be, or the path cannot be one. */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MessageError"] | components["schemas"]["ParameterError"];
                };
            };
            401: components["responses"]["InvalidToken"];
            /** @description The project may be seen, but not its jobs or not this archive; or it does not let this job token in. Or the account of the caller is blocked. */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MessageError"];
                };
            };
            /** @description There is no such project, or the caller may not see it; or there is no such job with an archive in the latest successful pipeline of that ref, or no such file in the archive. */
            404: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MessageError"];
                };
            };
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
}
