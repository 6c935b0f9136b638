package fr.acse.platform.login;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PasswordsTest {

    private final Passwords passwords = new Passwords();

    @Test
    void aPasswordIsHashedInSixteenMebibytesAndTwoRounds() {
        assertThat(passwords.encrypt("a password of somebody")).startsWith("$argon2id$v=19$m=16384,t=2,p=1$");
    }

    @Test
    void whoGuessesAtALoginThatDoesNotExistWaitsAsLongAsForOneThatDoes() {
        assertThat(parameters(Passwords.NOBODYS)).isEqualTo(parameters(passwords.encrypt("a password of somebody")));
        assertThat(passwords.check("a password of somebody", Passwords.NOBODYS)).isFalse();
    }

    /** Algorithm, version, memory, rounds and lanes, and how long salt and hash are. */
    private static String parameters(String hash) {
        String[] parts = hash.split("\\$");
        return String.join("$", parts[1], parts[2], parts[3]) + " " + parts[4].length() + " " + parts[5].length();
    }
}
