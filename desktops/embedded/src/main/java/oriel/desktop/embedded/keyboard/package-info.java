/**
 * From keys to text: PC scan codes (set 1, as RDP carries them) and a Windows keyboard layout become presses of logical
 * keys with the text they type. Levels, dead keys, Caps Lock and the keypad behave as they do on Windows with the layout
 * of the same id.
 *
 * <p>Layouts are tables in this package's resources, one line per key. In full: US (0409), US International (00020409),
 * United Kingdom (0809), French (040C), German (0407); other ids take the nearest of them. Not done: input methods (their
 * characters arrive as characters), Kana, and the keys of Japanese, Korean and Brazilian keyboards.
 */
@NullMarked
package oriel.desktop.embedded.keyboard;

import org.jspecify.annotations.NullMarked;
