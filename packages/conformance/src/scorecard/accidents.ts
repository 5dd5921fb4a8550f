/** Errors of a parser: they tell what the client stumbled over, not what the server did. */
const ofParsers = /^(SyntaxError|\w*JSONDecodeError|(JSON::)?ParserError|JsonParseException|JsonSyntaxException)$/

/** Errors that a language throws where a program has not looked at what it was given. */
const ofLanguages = /^((Type|Range|Reference|Value|Key|Index|Attribute|NoMethod|UnmarshalType)Error|(NullPointer|ClassCast)Exception)$/

export const isOfParser = (name: string): boolean => ofParsers.test(name)
export const isAccident = (name: string): boolean => isOfParser(name) || ofLanguages.test(name)
