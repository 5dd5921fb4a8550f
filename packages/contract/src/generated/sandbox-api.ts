// Generated from openapi/ by `npm run generate`. Do not edit.
export interface paths {
    "/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Begin here
         * @description All of this as a page to click, and the worlds with lines to try. It holds all it needs; it asks nobody but the sandbox.
         */
        get: operations["getPage"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/sandbox/openapi.json": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get this contract
         * @description The document that you are reading, as JSON.
         */
        get: operations["getControls"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
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
    "/sandbox/jobs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the states of jobs
         * @description The newest hundred jobs of a project. To look at them here counts for nothing, takes no job on, and no fault befalls it.
         */
        get: operations["listJobStates"];
        put?: never;
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
    "/sandbox/faults": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the faults
         * @description What goes wrong in this universe, in the order in which it was ordered.
         */
        get: operations["listFaults"];
        put?: never;
        /**
         * Let something go wrong
         * @description From now on this befalls requests that would otherwise be carried out: those without a good token, or with a faulty
         *     parameter, are refused as ever. Several faults may befall one request. Chance follows from the seed of the universe and
         *     from the number of requests that a fault could have befallen, so the same requests have the same luck each time.
         */
        post: operations["addFault"];
        /**
         * Let nothing go wrong
         * @description Removes all faults of this universe.
         */
        delete: operations["removeFaults"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/sandbox/faults/{fault_id}": {
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
         * Remove a fault
         * @description Removes one fault of this universe.
         */
        delete: operations["removeFault"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/sandbox/journal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read the journal
         * @description The latest 1000 requests of this universe, oldest first; not those to these controls. Tokens are left out.
         */
        get: operations["readJournal"];
        put?: never;
        post?: never;
        /**
         * Clear the journal
         * @description Begins the journal of this universe anew.
         */
        delete: operations["clearJournal"];
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
            /**
             * @description What chance follows from.
             * @example 1
             */
            seed: string;
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
         * Fault
         * @description What goes wrong, and how often. At least one of `latency`, `limit`, `reset`, `answer`, `cut` and `dribble` is given.
         */
        Fault: {
            /** @description Operation ids that it befalls. Left out, all. */
            operations?: string[];
            /**
             * @description Of all requests that it could befall, so many it does.
             * @example 0.2
             */
            rate?: number;
            /**
             * @description After so many times it is over.
             * @example 2
             */
            times?: number;
            /** @description How long the answer waits. Without `most`, always the same. */
            latency?: {
                /**
                 * @description Milliseconds.
                 * @example 200
                 */
                least: number;
                /**
                 * @description Milliseconds.
                 * @example 900
                 */
                most?: number;
            };
            /**
             * @description So many requests a minute of the universe's clock; beyond that 429, with `Retry-After` and the headers of a rate limit.
             * @example 5
             */
            limit?: number;
            /**
             * @description The connection is reset in place of an answer.
             * @example true
             * @constant
             */
            reset?: true;
            /** @description What is answered in place of carrying out the request. */
            answer?: {
                /**
                 * @description A refusal or an accident.
                 * @example 503
                 */
                status: number;
                /**
                 * @description Seconds for the header `Retry-After`.
                 * @example 2
                 */
                retry_after?: number;
            };
            /** @description The body ends too early, and with it the connection. */
            cut?: {
                /**
                 * @description So many bytes arrive. Left out, half of them.
                 * @example 100
                 */
                after?: number;
                /**
                 * @description Whether the length is declared as what arrives, so that only the content is broken.
                 * @default false
                 * @example true
                 */
                silently?: boolean;
            };
            /** @description The body arrives little by little. */
            dribble?: {
                /**
                 * @description So many at a time.
                 * @example 64
                 */
                bytes: number;
                /**
                 * @description Milliseconds before each.
                 * @example 50
                 */
                pause: number;
            };
        };
        /**
         * Known fault
         * @description A fault with its number.
         */
        KnownFault: {
            /**
             * @description Its number.
             * @example 1
             */
            id: number;
            /** @description Operation ids that it befalls. Left out, all. */
            operations?: string[];
            /**
             * @description Of all requests that it could befall, so many it does.
             * @example 0.2
             */
            rate?: number;
            /**
             * @description After so many times it is over.
             * @example 2
             */
            times?: number;
            /** @description How long the answer waits. Without `most`, always the same. */
            latency?: {
                /**
                 * @description Milliseconds.
                 * @example 200
                 */
                least: number;
                /**
                 * @description Milliseconds.
                 * @example 900
                 */
                most?: number;
            };
            /**
             * @description So many requests a minute of the universe's clock; beyond that 429, with `Retry-After` and the headers of a rate limit.
             * @example 5
             */
            limit?: number;
            /**
             * @description The connection is reset in place of an answer.
             * @example true
             * @constant
             */
            reset?: true;
            /** @description What is answered in place of carrying out the request. */
            answer?: {
                /**
                 * @description A refusal or an accident.
                 * @example 503
                 */
                status: number;
                /**
                 * @description Seconds for the header `Retry-After`.
                 * @example 2
                 */
                retry_after?: number;
            };
            /** @description The body ends too early, and with it the connection. */
            cut?: {
                /**
                 * @description So many bytes arrive. Left out, half of them.
                 * @example 100
                 */
                after?: number;
                /**
                 * @description Whether the length is declared as what arrives, so that only the content is broken.
                 * @default false
                 * @example true
                 */
                silently?: boolean;
            };
            /** @description The body arrives little by little. */
            dribble?: {
                /**
                 * @description So many at a time.
                 * @example 64
                 */
                bytes: number;
                /**
                 * @description Milliseconds before each.
                 * @example 50
                 */
                pause: number;
            };
        };
        /**
         * Journal entry
         * @description One request and its answer.
         */
        JournalEntry: {
            /**
             * Format: date-time
             * @description What the clock of the universe said.
             * @example 2026-11-20T10:00:00.000Z
             */
            at: string;
            /**
             * @description The method.
             * @example GET
             */
            method: string;
            /**
             * @description The address without the host, and without tokens.
             * @example /api/v4/projects/1/jobs/8
             */
            path: string;
            /**
             * @description The operation; null, if it is none, or was not found out any more.
             * @example getJob
             */
            operation_id: string | null;
            /**
             * @description The status; null, if nothing was answered.
             * @example 200
             */
            status: number | null;
            /**
             * @description Milliseconds on the clock on the wall.
             * @example 1.7
             */
            duration: number;
            /** @description Which faults befell it. */
            faults: number[];
        };
        /**
         * World
         * @description A world that a universe can begin with.
         */
        World: {
            /**
             * @description What `PUT /sandbox/world` calls it, and a universe that begins with it.
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
            /** @description What to look at there. */
            trials: {
                /**
                 * @description What it shows.
                 * @example Which jobs failed?
                 */
                description: string;
                /**
                 * @description A line for a shell, in the universe that is named as the world.
                 * @example curl http://127.0.0.1:4001/api/v4/projects/1/jobs
                 */
                curl: string;
                /** @description One of these is answered. */
                statuses: number[];
            }[];
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
    getPage: {
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
            /** @description The page. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /** @example <!doctype html> */
                    "text/html": string;
                };
            };
            400: components["responses"]["Misfit"];
            503: components["responses"]["NoRoom"];
        };
    };
    getControls: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description An OpenAPI 3.1 document. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "openapi": "3.1.1"
                     *     }
                     */
                    "application/json": {
                        /** @example 3.1.1 */
                        openapi: string;
                    };
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
                     *       "seed": "1",
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
                     *       "seed": "1",
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
                    /**
                     * @description What chance follows from. Left out, as before.
                     * @example 42
                     */
                    seed?: string;
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
                     *       "seed": "1",
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
                     *         "description": "A job in each of the thirteen statuses.",
                     *         "trials": [
                     *           {
                     *             "description": "Which jobs failed?",
                     *             "curl": "curl --globoff 'http://127.0.0.1:4001/api/v4/projects/1/jobs?scope[]=failed'",
                     *             "statuses": [
                     *               200
                     *             ]
                     *           }
                     *         ]
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
                     *       "seed": "1",
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
                     *       "seed": "1",
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
    listJobStates: {
        parameters: {
            query?: {
                /**
                 * @description The same, for addresses that are opened without headers. The header counts more.
                 * @example worker-3
                 */
                jobs_universe?: components["parameters"]["UniverseInQuery"];
                /**
                 * @description The number of the project. Left out, 1.
                 * @example 1
                 */
                project?: number;
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
            /** @description Newest first; none if there is no such project. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example [
                     *       {
                     *         "id": 21,
                     *         "name": "unit",
                     *         "status": "pending"
                     *       }
                     *     ]
                     */
                    "application/json": components["schemas"]["JobState"][];
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
    listFaults: {
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
            /** @description All of them. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example [
                     *       {
                     *         "id": 1,
                     *         "answer": {
                     *           "status": 503,
                     *           "retry_after": 2
                     *         },
                     *         "rate": 0.2
                     *       }
                     *     ]
                     */
                    "application/json": components["schemas"]["KnownFault"][];
                };
            };
            400: components["responses"]["Misfit"];
            503: components["responses"]["NoRoom"];
        };
    };
    addFault: {
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
                "application/json": components["schemas"]["Fault"];
            };
        };
        responses: {
            /** @description It is so. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": 1,
                     *       "answer": {
                     *         "status": 503,
                     *         "retry_after": 2
                     *       },
                     *       "rate": 0.2
                     *     }
                     */
                    "application/json": components["schemas"]["KnownFault"];
                };
            };
            400: components["responses"]["Misfit"];
            503: components["responses"]["NoRoom"];
        };
    };
    removeFaults: {
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
            /** @description Nothing goes wrong any more. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Misfit"];
            503: components["responses"]["NoRoom"];
        };
    };
    removeFault: {
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
                 * @description Its number.
                 * @example 1
                 */
                fault_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is gone. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Misfit"];
            /** @description There is no such fault. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "error": "there is no fault 9"
                     *     }
                     */
                    "application/json": components["schemas"]["Refusal"];
                };
            };
            503: components["responses"]["NoRoom"];
        };
    };
    readJournal: {
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
            /** @description One entry a request. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example [
                     *       {
                     *         "at": "2026-11-20T10:00:00.000Z",
                     *         "method": "GET",
                     *         "path": "/api/v4/projects/1/jobs/8",
                     *         "operation_id": "getJob",
                     *         "status": 200,
                     *         "duration": 1.7,
                     *         "faults": []
                     *       }
                     *     ]
                     */
                    "application/json": components["schemas"]["JournalEntry"][];
                };
            };
            400: components["responses"]["Misfit"];
            503: components["responses"]["NoRoom"];
        };
    };
    clearJournal: {
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
            /** @description It is empty. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Misfit"];
            503: components["responses"]["NoRoom"];
        };
    };
}
