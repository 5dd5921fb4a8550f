// Loaded into a server process before its program (`node --import`): says how much time it has had, whenever its parent asks.
process.on('message', () => process.send?.(process.cpuUsage()))
