/** The PDF reader, loaded when the first document is shown. */
import workerUrl from 'pdfjs-dist/build/pdf.worker.min.mjs?url';
import type { PDFDocumentProxy } from 'pdfjs-dist';

export type PdfDocument = PDFDocumentProxy;

/** Opens a document; nothing in it is evaluated and nothing beyond it is fetched. */
export async function openPdf(src: string | Uint8Array): Promise<PdfDocument> {
  const pdfjs = await import('pdfjs-dist');
  pdfjs.GlobalWorkerOptions.workerSrc = workerUrl;
  const source = typeof src === 'string' ? { url: src } : { data: src.slice() };
  return pdfjs.getDocument({ ...source, isEvalSupported: false, useWasm: false, enableXfa: false }).promise;
}
