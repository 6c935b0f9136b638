package fr.acse.platform.access;

import org.camunda.bpm.engine.impl.digest.PasswordEncryptor;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;

/** Passwords are kept as Argon2id hashes (RFC 9106); guessing one costs as much as a login. */
class Passwords implements PasswordEncryptor {

    private final Argon2PasswordEncoder argon2 = Argon2PasswordEncoder.defaultsForSpringSecurity_v5_8();

    @Override
    public String encrypt(String password) {
        return argon2.encode(password);
    }

    @Override
    public boolean check(String password, String encrypted) {
        return argon2.matches(password, encrypted);
    }

    @Override
    public String hashAlgorithmName() {
        return "ARGON2";
    }
}
