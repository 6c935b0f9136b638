package fr.acse.platform.model;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Questions that forms of analysts declare. A deployed question stays known, because running cases may have answered it. */
@Component
@RequiredArgsConstructor
public class QuestionsOfForms {

    private static final int MOST_REMEMBERED = 10_000;

    private record Question(String process, String name) {}

    private final JdbcTemplate jdbc;
    private final Cache<Question, Boolean> known =
            Caffeine.newBuilder().maximumSize(MOST_REMEMBERED).build();

    /** Called in the transaction that deploys the form. */
    public void note(String process, String name) {
        jdbc.update("insert into model_question (process, name) values (?, ?) on conflict do nothing", process, name);
    }

    /** Caches only known questions, because another node may deploy an unknown one a moment later. */
    boolean isKnown(String process, String name) {
        Question question = new Question(process, name);
        if (known.getIfPresent(question) != null) {
            return true;
        }
        boolean found = !jdbc.queryForList("select 1 from model_question where process = ? and name = ?", process, name)
                .isEmpty();
        if (found) {
            known.put(question, true);
        }
        return found;
    }
}
