// `npm run review`: the reviewer's own program, with the arguments as they are.
import '../packages/review/src/main.ts'
