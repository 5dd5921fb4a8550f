import { monitorEventLoopDelay } from 'node:perf_hooks'

// Loaded into a server process before its program (`node --import`): says what it has cost so far, whenever its parent asks, and how
// late its event loop was since it was told to begin.
/** Milliseconds; as long as this, nothing is late. */
const resolution = 5
const delay = monitorEventLoopDelay({ resolution })
delay.enable()
process.on('message', (message) => {
  if (message === 'begin') delay.reset()
  process.send?.({ ...process.cpuUsage(), rss: process.memoryUsage.rss(), lateness: delay.percentile(99) / 1e6 - resolution })
})
// A server that ends when it has nothing more to do is not to be kept by this.
process.channel?.unref()
