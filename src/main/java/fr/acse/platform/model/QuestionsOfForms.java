package fr.acse.platform.model;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Stores the questions that analysts declare in forms. Deployed questions are kept, because running cases may have answered them. */
@Component
@RequiredArgsConstructor
public class QuestionsOfForms {

    private static final int MOST_REMEMBERED = 10_000;

    private record Question(String process, String name) {}

    private final JdbcTemplate jdbc;
    private final Cache<Question, Boolean> known =
            Caffeine.newBuilder().maximumSize(MOST_REMEMBERED).build();

    /** Stores a question. The caller's transaction deploys the form. */
    public void note(String process, String name) {
        jdbc.update("insert into model_question (process, name) values (?, ?) on conflict do nothing", process, name);
    }

    /** Whether a deployed form declares this question. Unknown questions are not cached, because any node may deploy them later. */
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
