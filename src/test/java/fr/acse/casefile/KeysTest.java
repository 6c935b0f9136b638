package fr.acse.casefile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.GeneralSecurityException;
import org.junit.jupiter.api.Test;

class KeysTest {

    @Test
    void aKeyOpensOnlyTheFileThatItWasMadeFor() throws GeneralSecurityException {
        Keys keys = Keys.of(Keys.newMasterKey(), Keys.newIndexKey());
        byte[] wrapped = keys.newWrappedKey("ACSE-0000-0000");

        assertThat(keys.unwrap(wrapped, "ACSE-0000-0000")).isNotNull();
        assertThatThrownBy(() -> keys.unwrap(wrapped, "ACSE-1111-1111")).isInstanceOf(GeneralSecurityException.class);
    }

    @Test
    void anotherInstallationCannotOpenAFile() throws GeneralSecurityException {
        byte[] wrapped = Keys.of(Keys.newMasterKey(), Keys.newIndexKey()).newWrappedKey("ACSE-0000-0000");
        Keys others = Keys.of(Keys.newMasterKey(), Keys.newIndexKey());

        assertThatThrownBy(() -> others.unwrap(wrapped, "ACSE-0000-0000")).isInstanceOf(GeneralSecurityException.class);
    }

    @Test
    void aValueBelongsToItsFileAndItsField() throws GeneralSecurityException {
        Keys keys = Keys.of(Keys.newMasterKey(), Keys.newIndexKey());
        var key = keys.unwrap(keys.newWrappedKey("ACSE-0000-0000"), "ACSE-0000-0000");
        byte[] sealed = key.encrypt(Keys.bytes("secret"), Keys.bytes("ACSE-0000-0000|sealed_firstName"));

        assertThatThrownBy(() -> key.decrypt(sealed, Keys.bytes("ACSE-0000-0000|sealed_lastName")))
                .isInstanceOf(GeneralSecurityException.class);
    }
}
