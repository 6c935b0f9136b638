package fr.acse.casefile;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.GeneralSecurityException;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class HashChainTest {

    private static final byte[] BEFORE = {1, 2, 3};

    private Keys keys;
    private HashChain chain;

    @BeforeEach
    void makeKeys() throws GeneralSecurityException {
        keys = Keys.of(Keys.newMasterKey(), Keys.newIndexKey());
        chain = new HashChain(keys, "audit");
    }

    @Test
    void aSignThatDividesPartsCannotMoveFromOnePartToAnother() {
        assertDiffer(List.of("1", "a|b", "c"), List.of("1", "a", "b|c"));
        assertDiffer(List.of("1", "a\\|b", "c"), List.of("1", "a\\", "b|c"));
        assertDiffer(List.of("1", "a|b", "c"), List.of("1", "a\\", "b|c"));
        assertDiffer(List.of("1", "a\\", "b"), List.of("1", "a|b", ""));
    }

    private void assertDiffer(List<String> written, List<String> changed) {
        byte[] hash = chain.hash(BEFORE, written);
        assertThat(chain.isOf(hash, BEFORE, written)).isTrue();
        assertThat(chain.isOf(hash, BEFORE, changed)).isFalse();
    }
}
