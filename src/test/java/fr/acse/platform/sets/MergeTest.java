package fr.acse.platform.sets;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A release meets what analysts have changed, and neither is lost. */
class MergeTest {

    private final Files lastRelease = files("a.form", "a1", "b.form", "b1", "gone.form", "g1");
    private final Map<String, String> last = StoredSets.hashes(lastRelease);

    @Test
    void whatOneSideChangedIsTakenFromThatSide() {
        Merge merge = Merge.of(
                files("a.form", "a2", "b.form", "b1", "new.form", "n1"),
                files("a.form", "a1", "b.form", "by an analyst", "gone.form", "g1", "hers.form", "h1"),
                last,
                false);

        assertThat(merge.both()).isEmpty();
        assertThat(merge.whole()
                        .isSameAs(
                                files("a.form", "a2", "b.form", "by an analyst", "new.form", "n1", "hers.form", "h1")))
                .isTrue();
    }

    @Test
    void whatBothChangedIsNamedAndTakenAsSet() {
        Files release = files("a.form", "a2", "b.form", "b1", "gone.form", "g1");
        Files before = files("a.form", "by an analyst", "b.form", "b1", "gone.form", "g1");

        Merge forRelease = Merge.of(release, before, last, false);
        assertThat(forRelease.both()).containsExactly("a.form");
        assertThat(forRelease.whole().isSameAs(release)).isTrue();
        assertThat(Merge.of(release, before, last, true).whole().isSameAs(before))
                .isTrue();
    }

    @Test
    void aFileThatTheReleaseDropsStaysIfAnAnalystChangedIt() {
        Merge merge = Merge.of(
                files("a.form", "a1", "b.form", "b1"),
                files("a.form", "a1", "b.form", "b1", "gone.form", "by an analyst"),
                last,
                true);

        assertThat(merge.both()).containsExactly("gone.form");
        assertThat(merge.whole().byName()).containsKey("gone.form");
    }

    @Test
    void theFirstReleaseIsTakenAsItIs() {
        Merge merge = Merge.of(lastRelease, files(), Map.of(), false);

        assertThat(merge.both()).isEmpty();
        assertThat(merge.whole().isSameAs(lastRelease)).isTrue();
    }

    private static Files files(String... namesAndContents) {
        Map<String, byte[]> files = new HashMap<>();
        for (int i = 0; i < namesAndContents.length; i += 2) {
            files.put(namesAndContents[i], namesAndContents[i + 1].getBytes(StandardCharsets.UTF_8));
        }
        return new Files(files);
    }
}
