// Generated from openapi/ by `npm run generate`. Do not edit.
export interface paths {
    "/projects/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read a project
         * @description One project, by its number or by its path. A public project is shown to everybody; who is signed in learns
         *     also whether its jobs are. A job token does not count here: whoever sends one is nobody.
         *
         *     **What can go wrong:** a path that is no text (400), a token that is not good (401), a project that does not
         *     exist or may not be seen (404).
         */
        get: operations["getProject"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/user": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read who is asking
         * @description The account that the token belongs to, as it is shown to everybody. Job tokens do not count here.
         *
         *     **What can go wrong:** no token, or one that is not good (401).
         */
        get: operations["getCurrentUser"];
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
         * Project
         * @description What contains pipelines and their jobs.
         */
        Project: {
            /**
             * Format: int64
             * @description The number of the project.
             * @example 1
             */
            id: number;
            /**
             * @description What the project is about.
             * @example Where customers book freight
             */
            description: string | null;
            /**
             * @description The name to show.
             * @example Webshop
             */
            name: string;
            /**
             * @description The name with those of the groups above it.
             * @example Harbor / Webshop
             */
            name_with_namespace: string;
            /**
             * @description The last part of the path.
             * @example webshop
             */
            path: string;
            /**
             * @description The full path.
             * @example harbor/webshop
             */
            path_with_namespace: string;
            /**
             * Format: date-time
             * @description When the project was created.
             * @example 2025-07-08T10:00:00.000Z
             */
            created_at: string;
            /**
             * @description Who sees the project.
             * @example private
             * @enum {string}
             */
            visibility: "private" | "internal" | "public";
            /**
             * Format: uri
             * @description The page of the project.
             * @example http://127.0.0.1:4000/harbor/webshop
             */
            web_url: string;
            /**
             * @description Whether the project has jobs at all. Told to whoever is signed in.
             * @example true
             */
            jobs_enabled?: boolean;
            /**
             * @description Whether everybody who sees the project sees its jobs, too. Told to whoever is signed in.
             * @example true
             */
            public_jobs?: boolean;
        };
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
    };
    parameters: {
        /** @description The project: its number, or its full path with each `/` written as `%2F`. A path that was moved is redirected. */
        ProjectId: number | string;
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
         * @description A name for exactly this answer; send it back in `If-None-Match`. Weak for JSON and logs, strong for archives and the files in them.
         * @example W/"5a4b3c2d1e0f5a4b3c2d1e0f5a4b3c2d"
         */
        ETag: string;
        /**
         * @description Where to ask instead: under the project's number where its path has changed, or at a signed address of an object store.
         * @example http://127.0.0.1:4000/api/v4/projects/1/jobs
         */
        Location: string;
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
    };
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    getProject: {
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
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The project. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Project"];
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
            /** @description The path in the address is not percent-encoded UTF-8. */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "error": "the address is invalid"
                     *     }
                     */
                    "application/json": components["schemas"]["ParameterError"];
                };
            };
            401: components["responses"]["InvalidToken"];
            403: components["responses"]["AccountBlocked"];
            404: components["responses"]["ProjectNotFound"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    getCurrentUser: {
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
            /** @description The account. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["User"];
                };
            };
            304: components["responses"]["NotModified"];
            401: components["responses"]["PersonalTokenRequired"];
            403: components["responses"]["AccountBlocked"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
}
