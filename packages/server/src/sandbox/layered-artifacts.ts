import type { ArtifactStore } from '../storage/artifact-store.ts'

/** Artifacts over others that stay as they are: what is put or removed here is so here alone. */
export function layeredArtifacts(below: Pick<ArtifactStore, 'read'>, above: ArtifactStore): ArtifactStore {
  const gone = new Set<string>()
  return {
    put: (key, bytes) => above.put(key, bytes),
    read: async (key) => (await above.read(key)) ?? (gone.has(key) ? undefined : below.read(key)),
    async remove(keys) {
      for (const key of keys) gone.add(key)
      await above.remove(keys)
    },
  }
}
