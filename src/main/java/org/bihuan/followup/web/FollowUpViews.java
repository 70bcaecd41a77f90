package org.bihuan.followup.web;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.bihuan.followup.domain.Attempt;
import org.bihuan.followup.domain.FollowUp;
import org.bihuan.followup.domain.FollowUpCase;
import org.bihuan.followup.domain.FollowUpCase.OtherPhone;
import org.bihuan.followup.domain.FollowUpStatus;
import org.bihuan.followup.domain.Outcome;
import org.bihuan.followup.domain.PolicyReason;
import org.bihuan.followup.domain.Verdict;
import org.bihuan.shared.Versioned;
import org.bihuan.workorder.Kind;
import org.bihuan.workorder.ResolutionCode;
import org.bihuan.workorder.WorkOrderFacts;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Follow-ups over the wire. */
final class FollowUpViews {
    private FollowUpViews() {}

    @Schema(name = "Waiver")
    record Waiver(@NotBlank @Size(max = 2000) String reason) {}

    @Schema(name = "FollowUpPerson")
    record Person(@Nullable UUID id, String displayName) {}

    @Schema(name = "Attempt")
    record AttemptView(
            Instant at,
            Person by,
            Outcome outcome,
            @Nullable Instant callBackAt,
            @Nullable String note,

            @Schema(description = "The number that was rung") @Nullable
            String phone,

            @Nullable Verdict verdict) {
        static AttemptView of(Attempt attempt) {
            return new AttemptView(
                    attempt.at(),
                    new Person(attempt.byId(), attempt.byName()),
                    attempt.outcome(),
                    attempt.callBackAt(),
                    attempt.note(),
                    attempt.phone(),
                    attempt.verdict());
        }
    }

    @Schema(name = "FollowUpReporter")
    record Reporter(
            @Nullable UUID residentId,
            @Nullable String name,
            @Nullable String phone,

            @Schema(description = "A call to this number reached somebody else")
            boolean phoneDoubtful) {
        static Reporter of(FollowUpCase found) {
            WorkOrderFacts order = found.order();
            return new Reporter(order.residentId(), order.reporterName(), order.reporterPhone(), found.phoneDoubtful());
        }
    }

    @Schema(name = "FollowUpMatter", description = "What the call is about")
    record Matter(
            Kind kind,
            String description,
            @Nullable String unitCode,
            @Nullable String position,

            @Schema(description = "What was done; null once the matter is in another round") @Nullable
            String resolution,

            @Nullable ResolutionCode resolutionCode) {
        static Matter of(FollowUpCase found) {
            WorkOrderFacts order = found.order();
            boolean present = found.isOfPresentRound();
            return new Matter(
                    order.kind(),
                    order.description(),
                    order.unitCode(),
                    order.position(),
                    present ? order.resolutionText() : null,
                    present ? order.resolutionCode() : null);
        }
    }

    @Schema(name = "FollowUp")
    record View(
            UUID id,
            UUID communityId,
            UUID workOrderId,
            String workOrderNumber,
            int round,
            FollowUpStatus status,
            Instant notBefore,
            Instant dueAt,

            @Schema(description = "When it was due by the policy; dueAt is later where a later time was agreed on")
            Instant originalDueAt,

            @Schema(description = "Whether the call is proposed now: inside calling hours, or at a time agreed on")
            boolean callNow,

            @Schema(description = "Why they are rung back") PolicyReason policyReason,

            @Schema(description = "After how many attempts that reached nobody it ends")
            int maxAttempts,

            @Schema(description = "How many attempts reached nobody so far")
            int notReached,

            Reporter reporter,
            Matter matter,

            @Schema(description = "Of the household, where the reporter's number is missing or doubtful")
            List<OtherPhone> alternativePhones,

            @Schema(description = "What they said when they were asked about an earlier round") @Nullable
            Verdict saidLastTime,

            List<AttemptView> attempts,
            @Nullable Verdict verdict,
            @Nullable Instant endedAt,

            @Schema(description = "Why nobody is asked, where it was waived") @Nullable
            String endedNote,

            @Schema(description = "What the present caller may do now: attempt, waive")
            List<String> allowedActions,

            Instant createdAt,
            Instant updatedAt,
            long version)
            implements Versioned {
        /** Never sure: it tells of calling hours, the household and the work order, which change without it. */
        @Override
        public boolean hasReadTheSame(Instant now) {
            return false;
        }

        static View of(FollowUpCase found) {
            FollowUp followUp = found.followUp();
            return new View(
                    followUp.followUpId().value(),
                    followUp.communityId(),
                    followUp.workOrderId().value(),
                    found.order().number(),
                    followUp.round(),
                    followUp.status(),
                    followUp.notBefore(),
                    followUp.dueAt(),
                    followUp.originalDueAt(),
                    found.callNow(),
                    followUp.policyReason(),
                    followUp.maxAttempts(),
                    followUp.notReachedCount(),
                    Reporter.of(found),
                    Matter.of(found),
                    found.otherPhones(),
                    found.saidLastTime(),
                    found.attempts().stream().map(AttemptView::of).toList(),
                    followUp.verdict(),
                    followUp.endedAt(),
                    followUp.endedNote(),
                    found.allowedActions(),
                    followUp.createdAt(),
                    followUp.updatedAt(),
                    followUp.version());
        }
    }
}
