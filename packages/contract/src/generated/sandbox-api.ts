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
                     *       "speed": 1
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
                     *       "speed": 1
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
                     * @description When the story begins. Left out, as for the other universes.
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
                     *       "speed": 1
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
                     *       "speed": 1
                     *     }
                     */
                    "application/json": components["schemas"]["Universe"];
                };
            };
            400: components["responses"]["Misfit"];
            503: components["responses"]["NoRoom"];
        };
    };
}
