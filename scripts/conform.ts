// `npm run conform`: the kit's own program, with the arguments as they are.
import '../packages/conformance/src/main.ts'
