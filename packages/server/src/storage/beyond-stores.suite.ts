import { randomUUID } from 'node:crypto'
import { Client } from 'pg'
import { layeredArtifacts } from '../sandbox/layered-artifacts.ts'
import type { Stores } from '../world/load-world.ts'
import { PostgresJobStore } from './postgres/postgres-job-store.ts'
import { PostgresLogStore } from './postgres/postgres-log-store.ts'
import { S3ArtifactStore } from './s3/s3-artifact-store.ts'
import type { Beyond, Original, TestStores } from './test-stores.suite.ts'

export async function emptyBeyond(place: Beyond): Promise<TestStores> {
  const name = await makeDatabase(place, 'template0')
  return opened(place, name)
}

/** The database is filled once and then copied, which needs that nobody is connected to it. */
export async function originalBeyond(place: Beyond, fill: (stores: Stores) => Promise<void>): Promise<Original> {
  const template = await makeDatabase(place, 'template0')
  const filled = await opened(place, template)
  await fill(filled)
  await filled.close()
  const below = await S3ArtifactStore.open(objectsOf(place, template))
  const copy = async () => {
    const own = await opened(place, await makeDatabase(place, template))
    return { ...own, archives: layeredArtifacts(below, own.archives) }
  }
  const stores = await copy()
  const remove = async () => {
    await stores.close()
    below.close()
  }
  return { stores, copy, remove }
}

/** The databases go with the server that was started for the tests: to drop each by itself takes longer than most tests. */
async function opened(place: Beyond, name: string): Promise<TestStores> {
  const url = new URL(place.database)
  url.pathname = `/${name}`
  const store = await PostgresJobStore.open(url.href)
  const logs = await PostgresLogStore.open(url.href)
  const archives = await S3ArtifactStore.open(objectsOf(place, name))
  const close = async () => {
    await Promise.all([store.close(), logs.close()])
    archives.close()
  }
  return { store, logs, archives, close }
}

function objectsOf(place: Beyond, name: string): string {
  const url = new URL(place.objects)
  url.pathname = `/${name}`
  return url.href
}

async function makeDatabase(place: Beyond, template: string): Promise<string> {
  const name = `test_${randomUUID().slice(0, 13)}`
  await tell(place, `create database "${name}" template "${template}"`)
  return name
}

async function tell({ database }: Beyond, order: string): Promise<void> {
  const client = new Client({ connectionString: database })
  await client.connect()
  await client.query(order).finally(() => client.end())
}
