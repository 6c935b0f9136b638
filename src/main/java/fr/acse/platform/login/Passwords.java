package fr.acse.platform.login;

import java.util.Base64;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.security.crypto.keygen.KeyGenerators;
import org.springframework.stereotype.Component;

/** Stores passwords as Argon2id hashes (RFC 9106). Each guess of a password costs as much time as a login. */
@Component
public class Passwords {

    /** Least number of characters. The length of a password makes the password hard to guess (OWASP ASVS 5, 6.2.1). */
    public static final int SHORTEST = 12;

    private static final Argon2PasswordEncoder ARGON2 = Argon2PasswordEncoder.defaultsForSpringSecurity_v5_8();

    /** A random hash that belongs to no password. Computing a real hash would add half a second to each start. */
    static final String NOBODYS = "$argon2id$v=19$m=16384,t=2,p=1$" + random(16) + "$" + random(32);

    private final Argon2PasswordEncoder encoder;

    Passwords() {
        this(ARGON2);
    }

    Passwords(Argon2PasswordEncoder encoder) {
        this.encoder = encoder;
    }

    public String encrypt(String password) {
        return encoder.encode(password);
    }

    public boolean check(String password, String encrypted) {
        return encoder.matches(password, encrypted);
    }

    /** Checks a password for a login that does not exist. The check takes as long as a real check and always fails. */
    public static void checkAgainstNobodys(String password) {
        ARGON2.matches(password, NOBODYS);
    }

    private static String random(int bytes) {
        return Base64.getEncoder()
                .withoutPadding()
                .encodeToString(KeyGenerators.secureRandom(bytes).generateKey());
    }
}
