package org.bihuan.notification.domain;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Objects;
import org.bihuan.company.Addressees;
import org.bihuan.company.LetterToColleagues;
import org.bihuan.notification.MessageKind;
import org.bihuan.shared.Language;

/** What colleagues send one another. */
@ApplicationScoped
class ColleagueNews {
    private final Outbox outbox;
    private final Addressees addressees;

    ColleagueNews(Outbox outbox, Addressees addressees) {
        this.outbox = outbox;
        this.addressees = addressees;
    }

    /** To each in their language. It is kept in that one, because what it tells of has moved on when it is read again. */
    void hear(@Observes LetterToColleagues letter) {
        addressees.all(letter.to()).forEach(person -> {
            LetterToColleagues.Text text = Objects.requireNonNull(letter.text().get(Language.best(person.language())));
            Facts facts = Facts.none().with(Fact.DESCRIPTION, text.subject()).with(Fact.WORDS, text.body());
            outbox.bring(MessageKind.HANDOVER, "letter:" + letter.id(), facts, person);
        });
    }
}
