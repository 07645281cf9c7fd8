const OWNED =
  /all rights reserved|alle rechte vorbehalten|tous droits réservés|todos los derechos reservados|tutti i diritti riservati|todos os direitos reservados|все права защищены|усі права захищені|tüm hakları saklıdır|جميع الحقوق محفوظة|无断转载|版权所有|無断転載|無断複製|無断複写|무단 ?전재|재배포 ?금지|저작권자|unauthori[sz]ed (?:reproduction|redistribution|copying)|reproduction (?:interdite|prohibited|is prohibited)|wszelkie prawa zastrzeżone/iu;
const SIGN =
  /^[<«\s*_-]*(?:[([]\s?(?=[©ⓒ][^.]{2,60}[)\]]$))?(?:©|ⓒ|&copy;|\(c\)\s|copyright\b|저작권자|无断|無断転載|版权所有)/iu;
const TAIL =
  /(?:©|ⓒ|&copy;|\(c\) \d{4}|copyright (?:©|\d{4}))[^.]{0,120}\.?[^.]{0,80}(?:rights reserved|vorbehalten|réservés|reservados|защищены|محفوظة|금지)[.>\])]*$/iu;

/** True when a whole line claims copyright and says nothing else. */
export function isCopyrightLine(text: string): boolean {
  if (text.length > 320) {
    return false;
  }
  if (SIGN.test(text)) {
    return /©|ⓒ|&copy;|\d{4}/iu.test(text.slice(0, 60)) || OWNED.test(text);
  }
  return text.length <= 200 && OWNED.test(text) && !/[“”"„]/u.test(text) && claimsAtOnce(text);
}

/** The claim is most of the line, or begins it; a sentence about copyright is neither. */
function claimsAtOnce(text: string): boolean {
  const found = OWNED.exec(text);
  const after = found === null ? '' : text.slice(found.index + found[0].length);
  return (
    (found?.index ?? 0) <= 60 && after.length <= 60 && !/\p{Ll}+\s+\p{Ll}+\s+\p{Ll}+/u.test(after)
  );
}

/** Offset in a line where a copyright claim ends a paragraph of text, or -1. */
export function copyrightTail(text: string): number {
  const found = TAIL.exec(text.slice(-320));
  return found === null ? -1 : Math.max(0, text.length - 320) + found.index;
}
