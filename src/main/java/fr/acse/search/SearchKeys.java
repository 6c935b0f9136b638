package fr.acse.search;

import fr.acse.casefile.CaseFileService;
import fr.acse.casefile.Keys;
import fr.acse.casefile.Traces;
import fr.acse.casefile.ValuesSealed;
import fr.acse.codes.CaseReference;
import java.nio.ByteBuffer;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Keeps the keyed hashes by which a woman is found. They follow each change of her names, and are erased with her case (ADR 57). */
@Component
@Order(5)
@RequiredArgsConstructor
class SearchKeys implements Traces {

    /** Owner of the hashes of names and telephone numbers. The hashes of a nickname belong to the group of an organisation. */
    static final String NOBODY = "";

    private final CaseFileService files;
    private final Keys keys;
    private final JdbcTemplate jdbc;

    @EventListener
    void follow(ValuesSealed sealed) {
        if (sealed.reference().hasPrefix(CaseReference.CASE)
                && !Collections.disjoint(sealed.fields(), Identity.FIELDS)) {
            put(sealed.reference(), NOBODY, ofNames(sealed.reference()));
        }
    }

    private Long[] ofNames(CaseReference reference) {
        Identity identity = Identity.of(files.readForRule(reference, Identity.FIELDS));
        Stream<String> born = Stream.ofNullable(identity.born()).map(SearchKeys::born);
        return of(Stream.of(
                        Names.traces(identity.names()).stream(),
                        identity.telephones().stream().map(SearchKeys::telephone),
                        born)
                .flatMap(each -> each)
                .toList());
    }

    private void put(CaseReference reference, String owner, Long[] hashes) {
        jdbc.update(
                "insert into search_key (reference, owner, keys) values (?, ?, ?)"
                        + " on conflict (reference, owner) do update set keys = excluded.keys",
                reference.value(),
                owner,
                hashes);
    }

    void putNickname(CaseReference reference, String owner, String nickname) {
        put(reference, owner, of(Names.traces(Spelling.words(nickname))));
    }

    void removeNickname(CaseReference reference, String owner) {
        jdbc.update("delete from search_key where reference = ? and owner = ?", reference.value(), owner);
    }

    static String born(Object day) {
        return "born" + day;
    }

    static String telephone(String digits) {
        return "telephone" + digits;
    }

    /** The last 64 bits of the keyed hash of each text. Sorted, so that no place tells what a hash is of. */
    Long[] of(Collection<String> texts) {
        return texts.stream()
                .map(text -> keys.index("search|" + text))
                .map(hash -> ByteBuffer.wrap(hash).getLong(hash.length - Long.BYTES))
                .distinct()
                .sorted()
                .toArray(Long[]::new);
    }

    /** For each word, the hashes of which a matching name has at least one. */
    List<Long[]> ofWords(List<Spelling> words) {
        return Names.sought(words).stream().map(this::of).toList();
    }

    @Override
    public Map<String, Integer> remove(CaseReference reference) {
        jdbc.update("delete from compared_case where ? in (reference, other)", reference.value());
        return Map.of("search_key", jdbc.update("delete from search_key where reference = ?", reference.value()));
    }
}
