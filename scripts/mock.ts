// `npm run mock`: the mock's own program, with the arguments as they are.
import '../packages/mock/src/main.ts'
