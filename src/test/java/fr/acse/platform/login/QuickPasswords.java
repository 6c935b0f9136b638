package fr.acse.platform.login;

import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;

/** Passwords are hashed with little memory and in one round: all tests together log in a thousand times. {@link PasswordsTest} hashes as the application does. */
@TestConfiguration
public class QuickPasswords {

    @Bean
    @Primary
    Passwords quickPasswords() {
        return new Passwords(new Argon2PasswordEncoder(16, 32, 1, 64, 1));
    }
}
