package oriel.helper.protocol;

import java.util.Arrays;

/** Characters that nobody but their reader may see: never part of a text, wiped when they have been used. */
public final class Secret {

    private final char[] characters;

    /**
     * Keeps characters.
     *
     * @param characters copied
     */
    public Secret(char[] characters) {
        this.characters = characters.clone();
    }

    /**
     * The characters themselves.
     *
     * @return not a copy
     */
    public char[] characters() {
        return characters;
    }

    /** Forgets the characters. */
    public void wipe() {
        Arrays.fill(characters, '\0');
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Secret secret && Arrays.equals(characters, secret.characters);
    }

    @Override
    public int hashCode() {
        return characters.length;
    }

    @Override
    public String toString() {
        return "a secret";
    }
}
