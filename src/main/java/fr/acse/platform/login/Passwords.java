package fr.acse.platform.login;

import java.util.UUID;
import org.camunda.bpm.engine.impl.digest.PasswordEncryptor;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;

/** Passwords are kept as Argon2id hashes (RFC 9106); guessing one costs as much as a login. */
public class Passwords implements PasswordEncryptor {

    /** Length is what makes a password hard to guess (OWASP ASVS 5, 6.2.1). */
    public static final int SHORTEST = 12;

    private static final Argon2PasswordEncoder ARGON2 = Argon2PasswordEncoder.defaultsForSpringSecurity_v5_8();
    private static final String NOBODYS = ARGON2.encode(UUID.randomUUID().toString());

    @Override
    public String encrypt(String password) {
        return ARGON2.encode(password);
    }

    @Override
    public boolean check(String password, String encrypted) {
        return ARGON2.matches(password, encrypted);
    }

    /** Takes as long as a real check and always fails; used for a login that does not exist. */
    public static void checkAgainstNobodys(String password) {
        ARGON2.matches(password, NOBODYS);
    }

    @Override
    public String hashAlgorithmName() {
        return "ARGON2";
    }
}
