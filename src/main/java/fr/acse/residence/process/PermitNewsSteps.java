package fr.acse.residence.process;

import static fr.acse.residence.process.PermitRequestProcess.*;
import static fr.acse.residence.process.PermitVariables.*;
import static fr.acse.residence.process.ResidencePermitProcess.*;

import fr.acse.platform.model.ModelStep;
import fr.acse.residence.PermitTrack;
import fr.acse.residence.Title;
import fr.acse.residence.TitleService;
import fr.acse.residence.TrackService;
import fr.acse.words.Refusal;
import java.time.LocalDate;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Java code of the steps of the process model {@code permit-news.bpmn}. */
@Configuration(proxyBeanMethods = false)
class PermitNewsSteps {

    static final String CARD = "residentCard";

    /** Opens another track for the chosen route. The current track continues. */
    @Bean
    @ModelStep(
            name = "Begin the route",
            does = "Opens another track for the chosen route, if one was chosen.",
            reads = "trackId otherRoute")
    JavaDelegate beginRouteDelegate(TrackService tracks, PermitProcesses processes) {
        return execution -> {
            String route = NEXT_ROUTE.find(execution);
            if (NextRoute.isOne(route)) {
                PermitTrack track = tracks.get(TRACK.get(execution));
                processes.beginTrack(track, route);
            }
        };
    }

    /** Finds the title that was recorded wrongly. The next step records it again. */
    @Bean
    @ModelStep(
            name = "Find the wrong title",
            does = "Finds the wrongly recorded title by its first day and its kind. Refused if there is none.",
            reads = "trackId correctsFrom titleKind",
            writes = "correctedTitle")
    JavaDelegate findWrongTitleDelegate(TitleService titles) {
        return execution -> {
            Title wrong = titles.toCorrect(
                    TRACK.get(execution), PermitNewsProcess.CORRECTS_FROM.get(execution), TITLE_KIND.get(execution));
            CORRECTED.set(execution, wrong.id());
        };
    }

    /** Continues the track after a complaint was filed. */
    @Bean
    @ModelStep(
            name = "Go on after the complaint",
            does =
                    "Continues a track that waits for a complaint or a testimony. Refused for other routes, and after the end of the track.",
            reads = "trackId")
    JavaDelegate goOnAfterComplaintDelegate(TrackService tracks, PermitProcesses processes) {
        return execution -> {
            PermitTrack track = tracks.get(TRACK.get(execution));
            Refusal.unless(track.route().equals("complaint") && track.isOpen(), "complaintElsewhere");
            processes.complaintFiled(track);
        };
    }

    /** Changes the address at which the woman gets letters. */
    @Bean
    @ModelStep(
            name = "Change the domicile",
            does =
                    "Gives the new domicile to the pending request and its forms. Starts the clock of the last day of its certificate.",
            reads = "trackId domicile certificateUntil")
    JavaDelegate changeDomicileDelegate(
            TrackService tracks, TitleService titles, Certificates certificates, PermitProcesses processes) {
        return execution -> {
            PermitTrack track = tracks.get(TRACK.get(execution));
            String domicile = DOMICILE.get(execution);
            tracks.domicile(track.id(), domicile);
            processes.domiciled(track, domicile);
            LocalDate certificate = CERTIFICATE_UNTIL.find(execution);
            if (certificate == null) {
                processes.stopWatching(titles.endCertificatesBut(track.id(), domicile));
            } else {
                certificates.keep(track.id(), certificate);
            }
        };
    }

    /** Changes the association or shelter that follows the track. */
    @Bean
    @ModelStep(
            name = "Change the follower",
            does = "Gives the tasks of the track to its new follower. Refused if it is the same one.",
            reads = "trackId followedBy organisationCode")
    JavaDelegate changeFollowerDelegate(TrackService tracks, Followers followers, PermitProcesses processes) {
        return execution -> {
            PermitTrack track = tracks.get(TRACK.get(execution));
            String by = FOLLOWED_BY.get(execution);
            String next = followers.code(track.reference(), by, ORGANISATION_CODE.find(execution));
            Refusal.unless(
                    !next.equals(track.follower()) || Followers.isHome(by) != track.followsHome(),
                    "followsAlready",
                    followers.inWords(track));
            tracks.follow(track.id(), next, Followers.isHome(by));
            processes.follow(track);
        };
    }

    /** Follows the answer after the AFIS allowance was requested. */
    @Bean
    @ModelStep(
            name = "Follow the AFIS allowance",
            does =
                    "Starts the process that follows the answer about the AFIS allowance. Refused without an exit pathway, or if the answer is followed already.",
            reads = "trackId")
    JavaDelegate followAskedAfisDelegate(TrackService tracks, PermitProcesses processes) {
        return execution -> {
            PermitTrack track = tracks.get(TRACK.get(execution));
            Refusal.unless(track.route().equals("exitPathway"), "afisWithoutPathway");
            Refusal.unless(!processes.isAfisFollowed(track), "afisFollowed", track.reference());
            processes.followAfis(track);
        };
    }

    /** Opens a track for the resident card after a final conviction. */
    @Bean
    @ModelStep(
            name = "Begin the resident card",
            does = "Opens a track for the resident card, unless she has one or asks for one.",
            reads = "trackId")
    JavaDelegate beginCardRouteDelegate(TrackService tracks, TitleService titles, PermitProcesses processes) {
        return execution -> {
            PermitTrack track = tracks.get(TRACK.get(execution));
            if (tracks.find(track.reference(), CARD).isEmpty() && !titles.holdsResidentCard(track.reference())) {
                processes.beginTrack(track, CARD);
            }
        };
    }
}
