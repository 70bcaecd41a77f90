package org.bihuan.notification.domain;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.bihuan.company.Addressees;
import org.bihuan.company.Addressees.Mailbox;
import org.bihuan.company.Caller;
import org.bihuan.company.Role;
import org.bihuan.estate.Estate;
import org.bihuan.notification.MessageKind;
import org.bihuan.shared.FieldError;
import org.bihuan.shared.InvalidInput;
import org.bihuan.shared.Versions;
import org.jspecify.annotations.Nullable;

/** How the people of a company wish to be told; each decides for themselves. */
@ApplicationScoped
public class PreferenceService {
    private final PreferenceRepository preferences;
    private final Addressees addressees;
    private final Estate estate;
    private final Clock clock;

    PreferenceService(PreferenceRepository preferences, Addressees addressees, Estate estate, Clock clock) {
        this.preferences = preferences;
        this.addressees = addressees;
        this.estate = estate;
        this.clock = clock;
    }

    /** Where they stand, and at which version. */
    public record Present(PreferenceDetails details, long version) {}

    @Transactional
    public Present read(Caller by) {
        return present(by, addressees.mailbox(by.id(), false));
    }

    /** Locks the account, so that of two changes the second sees the first. */
    @Transactional
    public Present change(Caller by, @Nullable String ifMatch, UnaryOperator<PreferenceDetails> patch) {
        Mailbox mailbox = addressees.mailbox(by.id(), true);
        Present present = present(by, mailbox);
        Versions.requireMatch(ifMatch, present.version());
        PreferenceDetails wanted = patch.apply(present.details());
        if (wanted.equals(present.details())) {
            return present;
        }
        Preferences next = checked(by, wanted);
        Instant now = clock.instant();
        preferences
                .findByIdOptional(by.id().value())
                .ifPresentOrElse(
                        known -> known.change(next, now),
                        () -> preferences.persist(new NotificationPreference(by.id(), next, now)));
        preferences.flush();
        return present(by, addressees.changeEmail(by.id(), wanted.email()));
    }

    /** Both versions only ever grow, so their sum names a state of both. */
    private Present present(Caller by, Mailbox mailbox) {
        NotificationPreference known =
                preferences.findByIdOptional(by.id().value()).orElse(null);
        Preferences chosen = known == null ? Preferences.usual(home(by)) : known.preferences();
        QuietHours quiet = chosen.quietHours();
        Map<String, Choice> kinds = new TreeMap<>();
        kindsFor(by).forEach(kind -> kinds.put(kind.name(), chosen.choice(kind)));
        PreferenceDetails details = new PreferenceDetails(
                mailbox.email(),
                kinds,
                quiet == null
                        ? null
                        : new PreferenceDetails.Quiet(
                                quiet.from().toString(), quiet.to().toString()),
                chosen.digestAt().toString(),
                chosen.zone().getId());
        return new Present(details, mailbox.version() + (known == null ? 0 : known.version() + 1));
    }

    private ZoneId home(Caller by) {
        return by.communities().stream().sorted().findFirst().map(estate::zone).orElse(Preferences.HOME);
    }

    private static List<MessageKind> kindsFor(Caller by) {
        boolean owner = by.is(Role.OWNER);
        return Arrays.stream(MessageKind.values())
                .filter(kind -> owner ? kind.isForOwners() : kind.isForStaff())
                .toList();
    }

    private static Preferences checked(Caller by, PreferenceDetails wanted) {
        List<FieldError> errors = new ArrayList<>();
        Map<MessageKind, Choice> choices = choices(by, wanted.kinds(), errors);
        QuietHours quiet = quiet(wanted.quietHours(), errors);
        if (!ZoneId.getAvailableZoneIds().contains(wanted.timeZone())) {
            errors.add(new FieldError("/timeZone", "UNKNOWN_TIME_ZONE"));
        }
        InvalidInput.refuse(errors);
        return new Preferences(choices, quiet, LocalTime.parse(wanted.digestAt()), ZoneId.of(wanted.timeZone()));
    }

    /** What is as usual is not kept, so that it stays as usual when that changes. */
    private static Map<MessageKind, Choice> choices(Caller by, Map<String, Choice> wanted, List<FieldError> errors) {
        Map<String, MessageKind> known =
                kindsFor(by).stream().collect(Collectors.toMap(MessageKind::name, kind -> kind));
        Map<MessageKind, Choice> choices = new EnumMap<>(MessageKind.class);
        new TreeMap<>(wanted).forEach((name, choice) -> {
            MessageKind kind = known.get(name);
            if (kind == null) {
                errors.add(new FieldError("/kinds/" + name, "NOT_ONE_OF", String.join(", ", known.keySet())));
            } else if (choice == Choice.OFF && !kind.mayBeOff()) {
                errors.add(new FieldError("/kinds/" + name, "MUST_BE_HEARD"));
            } else if (choice != Preferences.usual(kind)) {
                choices.put(kind, choice);
            }
        });
        return choices;
    }

    private static @Nullable QuietHours quiet(PreferenceDetails.@Nullable Quiet wanted, List<FieldError> errors) {
        if (wanted == null) {
            return null;
        }
        if (wanted.from().equals(wanted.to())) {
            errors.add(new FieldError("/quietHours/to", "QUIET_ALL_DAY"));
        }
        return new QuietHours(LocalTime.parse(wanted.from()), LocalTime.parse(wanted.to()));
    }

    Map<UUID, Preferences> of(List<UUID> accounts) {
        return preferences.of(accounts);
    }
}
