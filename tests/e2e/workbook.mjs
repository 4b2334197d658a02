// As much of a workbook as a walk needs: its parts, and a returned sheet made of one that was sent.
import { crc32, deflateRawSync, inflateRawSync } from 'node:zlib';

/** The files in a zip, by name. */
export function parts(zip) {
  const files = new Map();
  const end = zip.lastIndexOf(Buffer.from('PK\x05\x06', 'latin1'));
  let at = zip.readUInt32LE(end + 16);
  for (let left = zip.readUInt16LE(end + 10); left > 0; left -= 1) {
    const [method, size] = [zip.readUInt16LE(at + 10), zip.readUInt32LE(at + 20)];
    const [nameLength, extra, comment] = [28, 30, 32].map((offset) => zip.readUInt16LE(at + offset));
    const local = zip.readUInt32LE(at + 42);
    const name = zip.toString('utf8', at + 46, at + 46 + nameLength);
    const begin = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28);
    const body = zip.subarray(begin, begin + size);
    files.set(name, method === 0 ? body : inflateRawSync(body));
    at += 46 + nameLength + extra + comment;
  }
  return files;
}

/** A zip of these files. */
export function zip(files) {
  const bodies = [];
  const index = [];
  let at = 0;
  for (const [name, bytes] of files) {
    const title = Buffer.from(name);
    const packed = deflateRawSync(bytes);
    const shared = Buffer.alloc(26);
    shared.writeUInt16LE(20, 0);
    shared.writeUInt16LE(0x0800, 2);
    shared.writeUInt16LE(8, 4);
    shared.writeUInt32LE(0x0021_0000, 6);
    shared.writeUInt32LE(crc32(bytes), 10);
    shared.writeUInt32LE(packed.length, 14);
    shared.writeUInt32LE(bytes.length, 18);
    shared.writeUInt16LE(title.length, 22);
    const local = Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), shared, title, packed]);
    const rest = Buffer.alloc(14);
    rest.writeUInt32LE(at, 10);
    index.push(Buffer.concat([Buffer.from('PK\x01\x02\x14\x00', 'latin1'), shared, rest, title]));
    bodies.push(local);
    at += local.length;
  }
  const list = Buffer.concat(index);
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 0, 'latin1');
  end.writeUInt16LE(index.length, 8);
  end.writeUInt16LE(index.length, 10);
  end.writeUInt32LE(list.length, 12);
  end.writeUInt32LE(at, 16);
  return Buffer.concat([...bodies, list, end]);
}

/** The sent checklist with the first answers filled in, as somebody does it who clicks into the column and types. */
export function refill(sent, answers) {
  const files = parts(sent);
  const name = [...files.keys()].find((one) => /^xl\/worksheets\/sheet\d+\.xml$/.test(one) && files.get(one).includes('dataValidation '));
  let sheet = files.get(name).toString();
  // Answers go where there is the longest list of choices to choose from. The headings between them look different, so
  // they are the fewer.
  const rows = new Map();
  for (const [, areas] of sheet.matchAll(/<dataValidation [^>]*type="list"[^>]*sqref="([^"]+)"/g)) {
    for (const [, column, first, last = first] of areas.matchAll(/([A-Z]+)(\d+)(?::[A-Z]+(\d+))?/g)) {
      const known = rows.get(column) ?? [];
      for (let row = Number(first); row <= Number(last); row += 1) known.push(row);
      rows.set(column, known);
    }
  }
  const [column, all] = [...rows].sort((a, b) => b[1].length - a[1].length)[0];
  const looks = new Map();
  for (const row of all.sort((a, b) => a - b)) {
    const look = new RegExp(`<c r="${column}${row}" s="(\\d+)"`).exec(sheet)?.[1];
    looks.set(look, [...(looks.get(look) ?? []), `${column}${row}`]);
  }
  const cells = [...looks.values()].sort((a, b) => b.length - a.length)[0];
  answers.forEach((answer, n) => {
    const given = new RegExp(`<c r="${cells[n]}"( s="\\d+")[^>]*?(/>|>.*?</c>)`);
    if (!given.test(sheet)) throw new Error(`the sheet has no cell ${cells[n]}`);
    sheet = sheet.replace(given, `<c r="${cells[n]}"$1 t="inlineStr"><is><t>${answer}</t></is></c>`);
  });
  files.set(name, Buffer.from(sheet));
  return zip(files);
}

/** A sent sheet with texts in fields above its table, by the hidden keys of their rows. */
export function fillFields(sent, texts) {
  const files = parts(sent);
  const strings = [...files.get('xl/sharedStrings.xml').toString().matchAll(/<si><t[^>]*>([^<]*)<\/t><\/si>/g)].map((found) => found[1]);
  const index = strings.indexOf('@fields');
  const name = [...files.keys()].find((one) => /^xl\/worksheets\/sheet\d+\.xml$/.test(one) && files.get(one).includes(`t="s"><v>${index}</v>`));
  let sheet = files.get(name).toString();
  const at = (text) => new RegExp(`<c r="([A-Z]+)(\\d+)"[^>]*t="s"[^>]*><v>${strings.indexOf(text)}</v>`).exec(sheet);
  const column = at('@value')[1];
  for (const [key, text] of Object.entries(texts)) {
    const cell = `${column}${at(key)[2]}`;
    const given = new RegExp(`<c r="${cell}"( s="\\d+")[^>]*?(/>|>.*?</c>)`);
    if (!given.test(sheet)) throw new Error(`the sheet has no cell ${cell} for ${key}`);
    sheet = sheet.replace(given, `<c r="${cell}"$1 t="inlineStr"><is><t>${text}</t></is></c>`);
  }
  files.set(name, Buffer.from(sheet));
  return zip(files);
}

const escaped = (text) => String(text).replace(/&/g, '&amp;').replace(/</g, '&lt;');
const letter = (column) => (column < 26 ? '' : letter(Math.floor(column / 26) - 1)) + String.fromCharCode(65 + (column % 26));

/** A workbook that somebody made: sheets by their names, as rows of texts. */
export function book(sheets) {
  const names = Object.keys(sheets);
  const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
  const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  const kind = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
  const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
  const each = (make) => names.map((name, n) => make(name, n + 1)).join('');
  const cell = (text, row, column) => (text === '' ? '' : `<c r="${letter(column)}${row + 1}" t="inlineStr"><is><t>${escaped(text)}</t></is></c>`);
  const rows = (name) => sheets[name].map((cells, row) => `<row r="${row + 1}">${cells.map((text, column) => cell(text, row, column)).join('')}</row>`);
  const files = new Map([
    [
      '[Content_Types].xml',
      `${head}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="${kind}.sheet.main+xml"/>${each((_, n) => `<Override PartName="/xl/worksheets/sheet${n}.xml" ContentType="${kind}.worksheet+xml"/>`)}</Types>`,
    ],
    [
      '_rels/.rels',
      `${head}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${relations}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    ],
    [
      'xl/workbook.xml',
      `${head}<workbook xmlns="${main}" xmlns:r="${relations}"><sheets>${each((name, n) => `<sheet name="${escaped(name)}" sheetId="${n}" r:id="rId${n}"/>`)}</sheets></workbook>`,
    ],
    [
      'xl/_rels/workbook.xml.rels',
      `${head}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${each((_, n) => `<Relationship Id="rId${n}" Type="${relations}/worksheet" Target="worksheets/sheet${n}.xml"/>`)}</Relationships>`,
    ],
    ...names.map((name, n) => [`xl/worksheets/sheet${n + 1}.xml`, `${head}<worksheet xmlns="${main}"><sheetData>${rows(name).join('')}</sheetData></worksheet>`]),
  ]);
  return zip([...files].map(([name, text]) => [name, Buffer.from(text)]));
}

/** A sent sheet into which somebody has inserted a column before the one with these choices. */
export function insertColumn(sent, at) {
  const files = parts(sent);
  const number = (letters) => [...letters].reduce((sum, one) => sum * 26 + one.charCodeAt(0) - 64, 0) - 1;
  const moved = (reference) => reference.replace(/(\$?)([A-Z]{1,3})(\$?)(\d+)/g, (_, a, column, b, row) => `${a}${letter(number(column) + (number(column) >= at ? 1 : 0))}${b}${row}`);
  for (const [name, bytes] of files) {
    if (!/^xl\/worksheets\/sheet\d+\.xml$/.test(name) || !bytes.includes('dataValidation ')) continue;
    const sheet = bytes
      .toString()
      .replace(/ (r|ref|sqref|spans)="([^"]*[A-Z][^"]*)"/g, (all, key, value) => (/^[A-Z$\d: ]+$/.test(value) ? ` ${key}="${moved(value)}"` : all))
      .replace(/ spans="[^"]*"/g, '')
      .replace(/<col min="(\d+)" max="(\d+)"/g, (_, min, max) => `<col min="${Number(min) + (min > at ? 1 : 0)}" max="${Number(max) + (max > at ? 1 : 0)}"`);
    files.set(name, Buffer.from(sheet));
  }
  return zip(files);
}
