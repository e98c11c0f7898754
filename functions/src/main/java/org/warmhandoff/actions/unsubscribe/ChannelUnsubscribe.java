package org.warmhandoff.actions.unsubscribe;

import jakarta.inject.Inject;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.warmhandoff.adapters.dynamo.TableBusy;
import org.warmhandoff.adapters.http.Form;
import org.warmhandoff.adapters.http.LinkedPage.Acted;
import org.warmhandoff.adapters.http.LinkedPage.Standing;
import org.warmhandoff.adapters.http.Visit;
import org.warmhandoff.adapters.pages.ClientPage;
import org.warmhandoff.adapters.pages.Pages;
import org.warmhandoff.adapters.pages.Problem;
import org.warmhandoff.adapters.pages.UnsubscribeDoneView;
import org.warmhandoff.adapters.pages.UnsubscribeDoneView.Result;
import org.warmhandoff.adapters.pages.UnsubscribeView;
import org.warmhandoff.channel.Channel;
import org.warmhandoff.channel.ChannelAddress;
import org.warmhandoff.channel.Channels;
import org.warmhandoff.channel.How;
import org.warmhandoff.link.Target;

/**
 * A client and the messages to one address. Stopping stops messages, not help: pages already sent keep working. The way back is this very
 * link: the seed has none for email, and nobody but its owner holds it.
 */
final class ChannelUnsubscribe {

    private static final String DID = "did";
    private static final int ROUNDS = 5;

    private final Channels channels;
    private final Pages pages;
    private final InstantSource clock;

    @Inject
    ChannelUnsubscribe(Channels channels, Pages pages, InstantSource clock) {
        this.channels = channels;
        this.pages = pages;
        this.clock = clock;
    }

    private enum Choice {
        STOP,
        KEEP,
        RESUBSCRIBE
    }

    Optional<Standing> open(String token, Target.ClientChannel target) {
        return Optional.of(new Preference(token, target, channels.find(target.channel())));
    }

    /** One click: whoever was faster, in the end it is stopped. */
    String stop(String token, Target.ClientChannel target) {
        for (int round = 0; round < ROUNDS; round++) {
            Channel before = channels.find(target.channel());
            if (before.optedOut() || channels.save(before, before.optOut(How.ONE_CLICK, clock.instant()))) {
                return done(token, target, target.language(), Result.STOPPED, path(token));
            }
        }
        throw new TableBusy("a channel that others keep changing");
    }

    private String done(String token, Target.ClientChannel target, String language, Result result, String back) {
        return pages.unsubscribeDone(
                new UnsubscribeDoneView(page(token, language), result, false, masked(target.channel()), back));
    }

    private static ClientPage page(String token, String language) {
        return new ClientPage(language, path(token), "", "");
    }

    private static String path(String token) {
        return "/u/" + token;
    }

    private static String masked(ChannelAddress address) {
        return switch (address) {
            case ChannelAddress.Email email -> email.address().masked();
            case ChannelAddress.Text text -> text.number().masked();
        };
    }

    private final class Preference implements Standing {

        private final String token;
        private final Target.ClientChannel target;
        private final Channel channel;

        Preference(String token, Target.ClientChannel target, Channel channel) {
            this.token = token;
            this.target = target;
            this.channel = channel;
        }

        @Override
        public String version() {
            return Long.toString(channel.version());
        }

        @Override
        public String html(Visit visit) {
            String language = visit.query("lang").orElse(target.language());
            return visit.query(DID)
                    .flatMap(this::shown)
                    .map(result -> done(token, target, language, result, visit.inLanguage(path(token))))
                    .orElseGet(() -> pages.unsubscribe(new UnsubscribeView(
                            page(token, language),
                            visit.form(path(token)),
                            false,
                            masked(target.channel()),
                            channel.optedOut(),
                            visit.typed("choice"))));
        }

        private Optional<Result> shown(String did) {
            return switch (did) {
                case "STOPPED" -> channel.optedOut() ? Optional.of(Result.STOPPED) : Optional.empty();
                case "KEPT" -> channel.optedOut() ? Optional.empty() : Optional.of(Result.KEPT);
                case "RESUBSCRIBED" -> channel.optedOut() ? Optional.empty() : Optional.of(Result.RESUBSCRIBED);
                default -> Optional.empty();
            };
        }

        @Override
        public Optional<String> confirmationOf(Form form) {
            return choice(form)
                    .filter(choice -> (choice == Choice.STOP) == channel.optedOut())
                    .map(this::confirmation);
        }

        @Override
        public List<Problem> problems(Form form) {
            return choice(form).isPresent() ? List.of() : List.of(Problem.CHOICE_MISSING);
        }

        @Override
        public Acted act(Form form) {
            Choice choice = choice(form).orElseThrow();
            Instant now = clock.instant();
            Channel after = switch (choice) {
                case STOP -> channel.optOut(How.UNSUBSCRIBE, now);
                case KEEP -> channel;
                case RESUBSCRIBE -> channel.optIn(How.RESUBSCRIBED, now);
            };
            return after.equals(channel) || channels.save(channel, after)
                    ? new Acted.Done(confirmation(choice), Long.toString(after.version()))
                    : new Acted.Overtaken(new Preference(token, target, channels.find(target.channel())));
        }

        private String confirmation(Choice choice) {
            Result result = switch (choice) {
                case STOP -> Result.STOPPED;
                case KEEP -> Result.KEPT;
                case RESUBSCRIBE -> Result.RESUBSCRIBED;
            };
            return path(token) + "?" + DID + "=" + result;
        }

        private static Optional<Choice> choice(Form form) {
            return form.choice(Choice.class, "choice");
        }
    }
}
