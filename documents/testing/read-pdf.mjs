import { extractText, getDocumentProxy } from 'unpdf';

/** Reads a PDF from standard input and writes what a reader finds in it: the text of each page. Apart from Jest, because the reader is ESM only. */
const chunks = [];
for await (const chunk of process.stdin) chunks.push(chunk);
const pdf = await getDocumentProxy(new Uint8Array(Buffer.concat(chunks)));
const { text } = await extractText(pdf, { mergePages: false });
process.stdout.write(JSON.stringify(text));
