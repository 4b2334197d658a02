/** Begins an application for an exception or a proposal to change the standard, from wherever one works. */
import { errorText, router, run, toasts } from '../../state';

/** The last part of a number, which tells it from the others of its year. */
export const shortNumber = (number: string) => number.replace(/^.*-/, '');

async function standard(): Promise<string> {
  // An office works by one standard: the one it uses, else the first there is.
  const packs = await run('pack.list', {});
  return (packs.find((one) => one.used) ?? packs[0])?.hash ?? '';
}

/** Begins an application with everything known filled in, and goes there. */
export async function begin(from: { finding?: string; target?: string; item?: string }): Promise<void> {
  try {
    const pack_hash = from.finding || from.target ? '' : await standard();
    const { output } = await run('exception.start', {
      pack_hash,
      finding: from.finding ?? null,
      target: from.target ?? null,
      item: from.item ?? null,
    });
    router.go(['exceptions', output.id]);
  } catch (cause) {
    toasts.error(errorText(cause));
  }
}

/** Begins a proposal to change the standard, and goes there. */
export async function propose(from: { finding?: string; exception?: string }): Promise<void> {
  try {
    const pack_hash = from.finding || from.exception ? '' : await standard();
    const { output } = await run('proposal.start', { pack_hash, finding: from.finding ?? null, exception: from.exception ?? null });
    router.go(['exceptions', 'proposals', output.id]);
  } catch (cause) {
    toasts.error(errorText(cause));
  }
}
