package fr.acse.residence;

import fr.acse.codes.CaseReference;
import fr.acse.codes.Days;
import fr.acse.notice.Audience;
import fr.acse.notice.Event;
import fr.acse.notice.Notices;
import fr.acse.words.Refusal;
import fr.acse.words.Words;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Period;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Calculates when the silence of the prefecture becomes a refusal, and the last days on which the woman may appeal. */
@Service
@RequiredArgsConstructor
public class AppealService {

    private static final LocalTime MORNING = LocalTime.of(9, 0);

    private final PermitRules rules;
    private final TrackService tracks;
    private final Notices notices;
    private final Days days;

    /**
     * The last days on which the woman may appeal.
     *
     * @param informal last day of an appeal to the prefect or the minister; null if this appeal is not possible
     * @param court last day of an appeal to the court
     * @param soon when the follower of the track is reminded
     */
    public record LastDays(LocalDate informal, LocalDate court, Instant soon, Instant over) {}

    /**
     * The time from which the silence of the prefecture is a refusal. For a request that is recorded late, this time may be in the past.
     *
     * @param requested day of the request; after a decision, the day from which a new answer is awaited
     */
    public Instant silenceFrom(LocalDate requested, String route) {
        return days.at(requested.plus(isAsylum(route) ? rules.silenceAsylum() : rules.silence()), MORNING);
    }

    private static boolean isAsylum(String route) {
        return "asylum".equals(route);
    }

    /**
     * @param obligation code of the obligation in the refusal: none, leave, houseArrest, detention
     * @param isJudgment true if a court has decided already
     * @throws Refusal if the day of the notification is in the future
     */
    public LastDays lastDays(LocalDate notified, String obligation, boolean isJudgment, String route) {
        Refusal.unless(!notified.isAfter(days.today()), "notifiedAhead", Words.day(notified));
        boolean mustLeave = !"none".equals(obligation);
        LocalDate court = notified.plus(isJudgment ? ofJudgment(mustLeave) : ofDecision(obligation, route));
        return new LastDays(
                mustLeave || isJudgment || isAsylum(route)
                        ? null
                        : notified.plus(rules.appeal().informal()),
                court,
                days.at(court.minus(rules.appealSoon()), MORNING),
                days.start(court.plusDays(1)));
    }

    private Period ofJudgment(boolean mustLeave) {
        return mustLeave ? rules.appeal().courtOfAppealLeave() : rules.appeal().courtOfAppeal();
    }

    private Period ofDecision(String obligation, String route) {
        if (isAsylum(route)) {
            return rules.appeal().asylum();
        }
        return switch (obligation) {
            case "leave" -> rules.appeal().leave();
            case "houseArrest" -> rules.appeal().houseArrest();
            case "detention" -> rules.appeal().detention();
            default -> rules.appeal().court();
        };
    }

    /** Tells the follower of the track and the supervisors that the last day of the appeal is near. */
    @Transactional
    public void remind(CaseReference reference, int track, Instant over) {
        notices.tell(Event.APPEAL_SOON, reference, over, tracks.get(track).audience(), Audience.supervisors());
    }
}
