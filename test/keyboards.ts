/** The characters of a US keyboard's keys on other layouts, without and with Shift; in the order of `us`. */
const us = "1234567890qwertyuiopasdfghjklzxcvbnm.";
const US = "!@#$%^&*()QWERTYUIOPASDFGHJKLZXCVBNM>";

export const keyboards: Record<string, [plain: string, shifted: string]> = {
  AZERTY: ["&é\"'(-è_çàazertyuiopqsdfghjklwxcvbn,:", "1234567890AZERTYUIOPQSDFGHJKLWXCVBN?/"],
  "Belgian AZERTY": ["&é\"'(§è!çàazertyuiopqsdfghjklwxcvbn,:", "1234567890AZERTYUIOPQSDFGHJKLWXCVBN?/"],
  QWERTZ: ["1234567890qwertzuiopasdfghjklyxcvbnm.", '!"§$%&/()=QWERTZUIOPASDFGHJKLYXCVBNM:'],
  Czech: ["+ěščřžýáíéqwertzuiopasdfghjklyxcvbnm.", "1234567890QWERTZUIOPASDFGHJKLYXCVBNM:"],
  Turkish: ["1234567890qwertyuıopasdfghjklzxcvbnmç", "!'^+%&/()=QWERTYUIOPASDFGHJKLZXCVBNMÇ"],
  Cyrillic: ["1234567890йцукенгшщзфывапролдячсмитью", '!"№;%:?*()ЙЦУКЕНГШЩЗФЫВАПРОЛДЯЧСМИТЬЮ'],
  US: [us, US],
};

/** What a machine with that layout reads when a scanner types `text` as on a US keyboard. Caps Lock swaps the case of letters. */
export function typeOnKeyboard(keyboard: string, text: string, isCapsLocked = false): string {
  const [plain = "", shifted = ""] = keyboards[keyboard] ?? [];
  return [...text]
    .map((character) => {
      const at = us.indexOf(character.toLowerCase());
      const key = (/[A-Z]/.test(character) ? [...shifted] : [...plain])[at] ?? character;
      if (!isCapsLocked || !/\p{L}/u.test(key)) return key;
      return key === key.toLowerCase() ? key.toUpperCase() : key.toLowerCase();
    })
    .join("");
}
