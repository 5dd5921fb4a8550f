#!/usr/bin/env node
import { scorecard } from './scorecard.ts'

process.exitCode = await scorecard(process.argv.slice(2))
