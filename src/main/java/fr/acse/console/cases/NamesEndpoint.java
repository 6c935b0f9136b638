package fr.acse.console.cases;

import fr.acse.codes.CaseReference;
import fr.acse.codes.Days;
import fr.acse.codes.Login;
import fr.acse.platform.identity.CurrentPerson;
import fr.acse.search.Nicknames;
import fr.acse.search.Wanted;
import fr.acse.search.WomanSearch;
import fr.acse.words.Refusal;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Finds a woman in the user's list of cases by her name, birth date, telephone number or nickname, and shows the nicknames. Each search is
 * recorded in the reveal log. The typed text is stored nowhere.
 */
@RestController
@RequestMapping("/camunda/api/acse/cases")
@RequiredArgsConstructor
class NamesEndpoint {

    record Typed(String text) {}

    record Named(String nickname) {}

    record Listed(List<String> references) {}

    /**
     * @param exact references of the cases in which all is as it was typed
     * @param more whether there may be more cases than shown
     */
    record Result(List<ListedCases.Line> cases, List<CaseReference> exact, boolean more, Instant now) {}

    private static final int MOST = 20;
    private static final int MOST_NICKNAMES = 100;

    private final WomanSearch search;
    private final Searcher searcher;
    private final Nicknames nicknames;
    private final CaseList list;
    private final ListedCases listed;
    private final CurrentPerson person;
    private final Days days;

    /** @throws Refusal if the text is empty, too long or only a birth date, or if the user has searched too often */
    @PostMapping("/search")
    @Transactional
    public Result search(@RequestBody Typed typed) {
        Login me = person.login();
        Wanted wanted = Wanted.of(typed.text(), days.today());
        searcher.begin(me);
        WomanSearch.Result result = search.find(wanted, searcher.scope(me), searcher.readableBy(me), MOST + 1);
        List<WomanSearch.Found> found = result.found();
        List<WomanSearch.Found> shown = found.stream().limit(MOST).toList();
        List<CaseList.Row> rows =
                list.among(me, shown.stream().map(WomanSearch.Found::reference).toList());
        List<CaseReference> references =
                rows.stream().map(CaseList.Row::reference).toList();
        searcher.record(me, references);
        return new Result(
                listed.of(me, rows, days.now()),
                shown.stream()
                        .filter(WomanSearch.Found::exact)
                        .map(WomanSearch.Found::reference)
                        .filter(references::contains)
                        .toList(),
                found.size() > MOST || !result.isWhole(),
                days.now());
    }

    /** The nicknames that the user's own organisation gave to some cases. Cases without one are left out. */
    @PostMapping("/nicknames")
    @Transactional
    public Map<CaseReference, String> nicknames(@RequestBody Listed wanted) {
        Login me = person.login();
        List<String> typed = wanted.references() == null ? List.of() : wanted.references();
        Refusal.unless(typed.size() <= MOST_NICKNAMES, "range", "references", 0, MOST_NICKNAMES);
        List<CaseReference> references = searcher.named(
                me,
                typed.stream()
                        .filter(Objects::nonNull)
                        .flatMap(each -> CaseReference.parse(each).stream())
                        .collect(Collectors.toSet()));
        Map<CaseReference, String> shown = new HashMap<>();
        for (String owner : searcher.scope(me).owners()) {
            nicknames.of(references, owner).forEach(shown::putIfAbsent);
        }
        searcher.recordNicknames(me, shown.keySet());
        return shown;
    }

    /** Gives a case the nickname of the user's organisation; an empty text removes it. */
    @PutMapping("/{reference}/nickname")
    @Transactional
    public ResponseEntity<Void> nickname(@PathVariable String reference, @RequestBody Named typed) {
        Login me = person.login();
        CaseReference found = CaseReference.parse(reference).orElseThrow(() -> new Refusal("caseReference"));
        Refusal.unless(!searcher.named(me, Set.of(found)).isEmpty(), "noSuchCase", found);
        String owner = searcher.scope(me).owners().stream()
                .sorted()
                .findFirst()
                .orElseThrow(() -> new Refusal("nicknameNotYours"));
        nicknames.put(found, owner, typed.nickname(), me);
        return ResponseEntity.noContent().build();
    }
}
