// Loaded into a server process before its program (`node --import`): says what it has cost so far, whenever its parent asks.
process.on('message', () => process.send?.({ ...process.cpuUsage(), rss: process.memoryUsage.rss() }))
// A server that ends when it has nothing more to do is not to be kept by this.
process.channel?.unref()
