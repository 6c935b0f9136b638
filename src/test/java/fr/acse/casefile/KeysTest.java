package fr.acse.casefile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.acse.codes.CaseReference;
import java.security.GeneralSecurityException;
import org.junit.jupiter.api.Test;

class KeysTest {

    private static final CaseReference REFERENCE = new CaseReference("ACSE-0000-0000");

    @Test
    void aKeyOpensOnlyTheFileThatItWasMadeFor() throws GeneralSecurityException {
        Keys keys = Keys.of(Keys.newMasterKey(), Keys.newIndexKey());
        byte[] wrapped = keys.newWrappedKey(REFERENCE);

        assertThat(keys.unwrap(wrapped, REFERENCE)).isNotNull();
        assertThatThrownBy(() -> keys.unwrap(wrapped, CaseReference.random("ACSE")))
                .isInstanceOf(Keys.Unusable.class);
    }

    @Test
    void anotherInstallationCannotOpenAFile() throws GeneralSecurityException {
        byte[] wrapped = Keys.of(Keys.newMasterKey(), Keys.newIndexKey()).newWrappedKey(REFERENCE);
        Keys others = Keys.of(Keys.newMasterKey(), Keys.newIndexKey());

        assertThatThrownBy(() -> others.unwrap(wrapped, REFERENCE)).isInstanceOf(Keys.Unusable.class);
    }

    @Test
    void aValueBelongsToItsFileAndItsField() throws GeneralSecurityException {
        Keys keys = Keys.of(Keys.newMasterKey(), Keys.newIndexKey());
        var key = keys.unwrap(keys.newWrappedKey(REFERENCE), REFERENCE);
        byte[] sealed = key.encrypt(Keys.bytes("secret"), Keys.bytes("ACSE-0000-0000|sealed_firstName"));

        assertThatThrownBy(() -> key.decrypt(sealed, Keys.bytes("ACSE-0000-0000|sealed_lastName")))
                .isInstanceOf(GeneralSecurityException.class);
    }

    @Test
    void theMasterKeyIsTurnedWhileOldAndNewNodesRunSideBySide() throws Exception {
        String index = Keys.newIndexKey();
        String first = Keys.newMasterKey();
        String both = Keys.withAnotherKey(first);
        String turned = Keys.withNewestFirst(both);
        String second = Keys.withFirstOnly(turned);
        byte[] old = Keys.of(first, index).newWrappedKey(REFERENCE);
        byte[] secret = Keys.of(first, index).unwrap(old, REFERENCE).encrypt(Keys.bytes("Anna"), Keys.bytes("name"));

        // A restart of one node after the other: at each step its neighbours are a step behind.
        assertThat(read(both, index, Keys.of(first, index).newWrappedKey(REFERENCE)))
                .isTrue();
        assertThat(read(first, index, Keys.of(both, index).newWrappedKey(REFERENCE)))
                .isTrue();
        assertThat(read(both, index, Keys.of(turned, index).newWrappedKey(REFERENCE)))
                .isTrue();
        byte[] rewrapped = Keys.of(turned, index).rewrap(old, REFERENCE);
        assertThat(Keys.of(second, index).unwrap(rewrapped, REFERENCE).decrypt(secret, Keys.bytes("name")))
                .isEqualTo(Keys.bytes("Anna"));
        assertThatThrownBy(() -> Keys.of(second, index).unwrap(old, REFERENCE)).isInstanceOf(Keys.Unusable.class);
        assertThatThrownBy(() -> Keys.of(first, index).unwrap(rewrapped, REFERENCE))
                .isInstanceOf(Keys.Unusable.class);
    }

    private static boolean read(String master, String index, byte[] wrapped) throws GeneralSecurityException {
        return Keys.of(master, index).unwrap(wrapped, REFERENCE) != null;
    }
}
