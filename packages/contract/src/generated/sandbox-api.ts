// Generated from openapi/ by `npm run generate`. Do not edit.
export interface paths {
    "/sandbox": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Look at a universe
         * @description Which world it began with, what its clock says, and how fast that goes.
         */
        get: operations["getUniverse"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/sandbox/reset": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Begin anew
         * @description Back to the beginning: the same world at the same time, whatever was changed. What is under way meanwhile comes to
         *     its end in the world as it was.
         */
        post: operations["resetUniverse"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/sandbox/world": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Begin with another world
         * @description Begins anew with a world by its name, and from now on goes back to that one.
         */
        put: operations["loadWorld"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/sandbox/worlds": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the worlds
         * @description What a universe can begin with, and what to look at there.
         */
        get: operations["listWorlds"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/sandbox/clock": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Move the clock
         * @description Stops the clock, lets it go at another speed, or moves it on. What falls due on the way happens, each thing at its
         *     moment, before this answers: after `advance: 1h`, an hour has passed for all jobs.
         */
        post: operations["moveClock"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/sandbox/pace": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Set how jobs go on
         * @description With the clock (`time`); as soon as it is their turn (`at_once`); when they have been read so many times in each status
         *     (`reads`), their logs a part with each reading; or not at all (`never`). For one job, for all of a name, or for all that
         *     have no pace of their own. A list reads all jobs on its page. Whatever the pace, a delayed job waits for the clock.
         */
        put: operations["setPace"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/sandbox/jobs/{job_id}/status": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Force a job into a status
         * @description Puts a job into a status, whatever it was in, at this moment. A job that is made to succeed or to fail is run to its end
         *     first, so that it has a log and artifacts; one that had come to its end and is made to go on loses both. From there it goes
         *     on at its pace, and its pipeline follows.
         */
        put: operations["forceStatus"];
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
         * Refusal
         * @description Why something is not done.
         */
        Refusal: {
            /**
             * @description A sentence for people.
             * @example there is no world dmeo
             */
            error: string;
        };
        /**
         * Universe
         * @description A world to itself.
         */
        Universe: {
            /**
             * @description What requests call it.
             * @example default
             */
            name: string;
            /**
             * @description The world with which it began.
             * @example demo
             */
            world: string;
            /**
             * Format: date-time
             * @description When its story begins.
             * @example 2026-11-20T10:00:00.000Z
             */
            began_at: string;
            /**
             * Format: date-time
             * @description What its clock says.
             * @example 2026-11-20T10:00:00.000Z
             */
            now: string;
            /**
             * @description Seconds that pass in a second.
             * @example 1
             */
            speed: number;
            pace: components["schemas"]["Pace"];
            /** @description Jobs with a pace of their own. */
            job_paces: {
                /**
                 * @description A number or a name.
                 * @example unit
                 */
                job: number | string;
                pace: components["schemas"]["Pace"];
            }[];
        };
        /**
         * Pace mode
         * @description By what jobs go on.
         * @example time
         * @enum {string}
         */
        PaceMode: "time" | "at_once" | "reads" | "never";
        /**
         * Pace
         * @description How jobs go on.
         */
        Pace: {
            mode: components["schemas"]["PaceMode"];
            /**
             * @description How many readings take a job on, if that is how.
             * @example 3
             */
            reads?: number;
        };
        /**
         * Job state
         * @description Where a job stands.
         */
        JobState: {
            /**
             * @description Its number.
             * @example 21
             */
            id: number;
            /**
             * @description Its name.
             * @example unit
             */
            name: string;
            status: components["schemas"]["JobScope"];
        };
        /**
         * World
         * @description A world that a universe can begin with.
         */
        World: {
            /**
             * @description What `PUT /sandbox/world` calls it.
             * @example demo
             */
            name: string;
            /**
             * @description What it is.
             * @example The demo world
             */
            title: string;
            /**
             * @description What is in it.
             * @example A job in each of the thirteen statuses.
             */
            description: string;
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
        /** @description The request does not fit this contract. */
        Misfit: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "error": "body/speed must be >= 0"
                 *     }
                 */
                "application/json": components["schemas"]["Refusal"];
            };
        };
        /** @description As many universes are in use as there may be. */
        NoRoom: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "error": "there are 200 universes in use already"
                 *     }
                 */
                "application/json": components["schemas"]["Refusal"];
            };
        };
    };
    parameters: {
        /**
         * @description The universe in which this happens.
         * @example worker-3
         */
        Universe: string;
        /**
         * @description The same, for addresses that are opened without headers. The header counts more.
         * @example worker-3
         */
        UniverseInQuery: string;
    };
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    getUniverse: {
        parameters: {
            query?: {
                /**
                 * @description The same, for addresses that are opened without headers. The header counts more.
                 * @example worker-3
                 */
                jobs_universe?: components["parameters"]["UniverseInQuery"];
            };
            header?: {
                /**
                 * @description The universe in which this happens.
                 * @example worker-3
                 */
                "X-Jobs-Universe"?: components["parameters"]["Universe"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The universe as it is now. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "name": "default",
                     *       "world": "demo",
                     *       "began_at": "2026-11-20T10:00:00.000Z",
                     *       "now": "2026-11-20T10:00:00.000Z",
                     *       "speed": 1,
                     *       "pace": {
                     *         "mode": "time"
                     *       },
                     *       "job_paces": []
                     *     }
                     */
                    "application/json": components["schemas"]["Universe"];
                };
            };
            400: components["responses"]["Misfit"];
            503: components["responses"]["NoRoom"];
        };
    };
    resetUniverse: {
        parameters: {
            query?: {
                /**
                 * @description The same, for addresses that are opened without headers. The header counts more.
                 * @example worker-3
                 */
                jobs_universe?: components["parameters"]["UniverseInQuery"];
            };
            header?: {
                /**
                 * @description The universe in which this happens.
                 * @example worker-3
                 */
                "X-Jobs-Universe"?: components["parameters"]["Universe"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The universe as it is now. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "name": "default",
                     *       "world": "demo",
                     *       "began_at": "2026-11-20T10:00:00.000Z",
                     *       "now": "2026-11-20T10:00:00.000Z",
                     *       "speed": 1,
                     *       "pace": {
                     *         "mode": "time"
                     *       },
                     *       "job_paces": []
                     *     }
                     */
                    "application/json": components["schemas"]["Universe"];
                };
            };
            400: components["responses"]["Misfit"];
            503: components["responses"]["NoRoom"];
        };
    };
    loadWorld: {
        parameters: {
            query?: {
                /**
                 * @description The same, for addresses that are opened without headers. The header counts more.
                 * @example worker-3
                 */
                jobs_universe?: components["parameters"]["UniverseInQuery"];
            };
            header?: {
                /**
                 * @description The universe in which this happens.
                 * @example worker-3
                 */
                "X-Jobs-Universe"?: components["parameters"]["Universe"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "world": "demo"
                 *     }
                 */
                "application/json": {
                    /**
                     * @description One of `GET /sandbox/worlds`.
                     * @example demo
                     */
                    world: string;
                    /**
                     * Format: date-time
                     * @description When the story begins. Left out, as before.
                     * @example 2026-11-20T10:00:00Z
                     */
                    at?: string;
                };
            };
        };
        responses: {
            /** @description The universe as it is now. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "name": "default",
                     *       "world": "demo",
                     *       "began_at": "2026-11-20T10:00:00.000Z",
                     *       "now": "2026-11-20T10:00:00.000Z",
                     *       "speed": 1,
                     *       "pace": {
                     *         "mode": "time"
                     *       },
                     *       "job_paces": []
                     *     }
                     */
                    "application/json": components["schemas"]["Universe"];
                };
            };
            400: components["responses"]["Misfit"];
            /** @description There is no world of that name. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "error": "there is no world dmeo"
                     *     }
                     */
                    "application/json": components["schemas"]["Refusal"];
                };
            };
            503: components["responses"]["NoRoom"];
        };
    };
    listWorlds: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description All of them. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example [
                     *       {
                     *         "name": "demo",
                     *         "title": "The demo world",
                     *         "description": "A job in each of the thirteen statuses."
                     *       }
                     *     ]
                     */
                    "application/json": components["schemas"]["World"][];
                };
            };
            /** @description There is no such address, for any method but GET and HEAD. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    moveClock: {
        parameters: {
            query?: {
                /**
                 * @description The same, for addresses that are opened without headers. The header counts more.
                 * @example worker-3
                 */
                jobs_universe?: components["parameters"]["UniverseInQuery"];
            };
            header?: {
                /**
                 * @description The universe in which this happens.
                 * @example worker-3
                 */
                "X-Jobs-Universe"?: components["parameters"]["Universe"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "advance": "10m"
                 *     }
                 */
                "application/json": {
                    /**
                     * @description How far the clock is moved on.
                     * @example 90s
                     * @example 1h30m
                     */
                    advance?: string;
                    /**
                     * @description Seconds that pass in a second; 0 stops the clock.
                     * @example 60
                     */
                    speed?: number;
                };
            };
        };
        responses: {
            /** @description The universe as it is now. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "name": "default",
                     *       "world": "demo",
                     *       "began_at": "2026-11-20T10:00:00.000Z",
                     *       "now": "2026-11-20T10:00:00.000Z",
                     *       "speed": 1,
                     *       "pace": {
                     *         "mode": "time"
                     *       },
                     *       "job_paces": []
                     *     }
                     */
                    "application/json": components["schemas"]["Universe"];
                };
            };
            400: components["responses"]["Misfit"];
            503: components["responses"]["NoRoom"];
        };
    };
    setPace: {
        parameters: {
            query?: {
                /**
                 * @description The same, for addresses that are opened without headers. The header counts more.
                 * @example worker-3
                 */
                jobs_universe?: components["parameters"]["UniverseInQuery"];
            };
            header?: {
                /**
                 * @description The universe in which this happens.
                 * @example worker-3
                 */
                "X-Jobs-Universe"?: components["parameters"]["Universe"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "mode": "reads",
                 *       "reads": 3
                 *     }
                 */
                "application/json": {
                    mode: components["schemas"]["PaceMode"];
                    /**
                     * @description How many readings take a job on.
                     * @default 1
                     * @example 3
                     */
                    reads?: number;
                    /**
                     * @description The number of a job, or a name; a job that is retried keeps that. Left out, all.
                     * @example 21
                     * @example unit
                     */
                    job?: number | string;
                };
            };
        };
        responses: {
            /** @description The universe as it is now. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "name": "default",
                     *       "world": "demo",
                     *       "began_at": "2026-11-20T10:00:00.000Z",
                     *       "now": "2026-11-20T10:00:00.000Z",
                     *       "speed": 1,
                     *       "pace": {
                     *         "mode": "time"
                     *       },
                     *       "job_paces": []
                     *     }
                     */
                    "application/json": components["schemas"]["Universe"];
                };
            };
            400: components["responses"]["Misfit"];
            503: components["responses"]["NoRoom"];
        };
    };
    forceStatus: {
        parameters: {
            query?: {
                /**
                 * @description The same, for addresses that are opened without headers. The header counts more.
                 * @example worker-3
                 */
                jobs_universe?: components["parameters"]["UniverseInQuery"];
            };
            header?: {
                /**
                 * @description The universe in which this happens.
                 * @example worker-3
                 */
                "X-Jobs-Universe"?: components["parameters"]["Universe"];
            };
            path: {
                /**
                 * @description The number of the job.
                 * @example 21
                 */
                job_id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "status": "failed",
                 *       "failure_reason": "runner_system_failure"
                 *     }
                 */
                "application/json": {
                    status: components["schemas"]["JobScope"];
                    /**
                     * @description Why it failed; only for `failed`. Left out, `script_failure`.
                     * @example runner_system_failure
                     */
                    failure_reason?: string;
                };
            };
        };
        responses: {
            /** @description The job as it is now. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": 21,
                     *       "name": "unit",
                     *       "status": "failed"
                     *     }
                     */
                    "application/json": components["schemas"]["JobState"];
                };
            };
            400: components["responses"]["Misfit"];
            /** @description There is no such job in this universe. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "error": "there is no job 999"
                     *     }
                     */
                    "application/json": components["schemas"]["Refusal"];
                };
            };
            503: components["responses"]["NoRoom"];
        };
    };
}
