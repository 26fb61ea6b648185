import * as fflate from 'fflate/browser';

const head = '<?xml version="1.0" encoding="UTF-8"?>';

type Files = Readonly<Record<string, string | Uint8Array>>;

/** The files of a small workbook by their names, from the XML of its first sheet's rows. */
export const listWorkbookFiles = (
  rows: string,
  more: Files = {},
): readonly (readonly [string, Uint8Array])[] => {
  const files: Files = {
    'xl/workbook.xml': `${head}<workbook><workbookPr/><sheets><sheet name="One" sheetId="7" r:id="rId1"/><sheet name="Two" sheetId="8" state="hidden" r:id="rId2"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `${head}<Relationships><Relationship Id="rId1" Type="http://x/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="http://x/worksheet" Target="/xl/worksheets/sheet2.xml"/></Relationships>`,
    'xl/styles.xml': `${head}<styleSheet><numFmts><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd hh:mm"/><numFmt numFmtId="165" formatCode="[$¥-804]#,##0.00"/><numFmt numFmtId="166" formatCode="00000"/></numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/><xf numFmtId="165"/><xf numFmtId="166"/></cellXfs></styleSheet>`,
    'xl/sharedStrings.xml': `${head}<sst><si><t>name</t></si><si><r><t>A &amp; </t></r><r><t>B_x000D_</t></r><rPh><t>no</t></rPh></si></sst>`,
    'xl/worksheets/sheet1.xml': `${head}<worksheet><sheetData>${rows}</sheetData></worksheet>`,
    'xl/worksheets/sheet2.xml': `${head}<worksheet><sheetData><row><c t="inlineStr"><is><t>hidden</t></is></c></row></sheetData></worksheet>`,
    ...more,
  };
  return Object.entries(files).map(([name, text]) => [
    name,
    typeof text === 'string' ? fflate.strToU8(text) : text,
  ]);
};

/** A small workbook for tests. */
export const makeWorkbook = (rows: string, more: Files = {}): Blob =>
  new Blob([fflate.zipSync(Object.fromEntries(listWorkbookFiles(rows, more))).slice()]);
