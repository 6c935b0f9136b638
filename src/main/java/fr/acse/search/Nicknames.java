package fr.acse.search;

import com.google.re2j.Pattern;
import fr.acse.casefile.CaseFileService;
import fr.acse.codes.CaseReference;
import fr.acse.codes.Login;
import fr.acse.words.Refusal;
import java.text.Normalizer;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The nicknames that an organisation gives to its cases. Each organisation has its own nickname for a case and reads no other. */
@Service
@Transactional(propagation = Propagation.MANDATORY)
@RequiredArgsConstructor
public class Nicknames {

    /** Beginning of the names of the sealed fields. A nickname is about the woman herself: it names no other person. */
    public static final String PREFIX = "sealed_nickname:";

    private static final int LONGEST = 40;
    private static final Pattern INVISIBLE = Pattern.compile("[\\p{Cf}\\p{Cc}\\p{Z}]+");

    private final CaseFileService files;
    private final SearchKeys keys;

    /** Name of the sealed field with the nickname of a group. The reading rules list it for nobody, so that only this class reads it. */
    static String field(String owner) {
        return PREFIX + owner;
    }

    /**
     * Stores the nickname of a group for a case; an empty text removes it.
     *
     * @throws Refusal if the nickname is longer than 40 signs or could not be found by a search
     */
    public void put(CaseReference reference, String owner, String typed, Login person) {
        String nickname = INVISIBLE
                .matcher(Normalizer.normalize(typed == null ? "" : typed, Normalizer.Form.NFC))
                .replaceAll(" ")
                .strip();
        Refusal.unless(nickname.codePointCount(0, nickname.length()) <= LONGEST, "nicknameTooLong", LONGEST);
        if (nickname.isEmpty()) {
            files.clear(reference, List.of(field(owner)), person);
            keys.removeNickname(reference, owner);
            return;
        }
        Refusal.unless(Wanted.canBeSearchedFor(nickname), "nicknameWithoutLetter");
        files.seal(reference, Map.of(field(owner), nickname), person);
        keys.putNickname(reference, owner, nickname);
    }

    /** The nicknames of a group for some cases. The caller records the reading. */
    public Map<CaseReference, String> of(Collection<CaseReference> references, String owner) {
        Map<CaseReference, String> nicknames = new HashMap<>();
        files.readForRule(references, List.of(field(owner)))
                .forEach((reference, plain) -> nicknames.put(reference, plain.get(field(owner))));
        return nicknames;
    }
}
