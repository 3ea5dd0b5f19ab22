package dev.carillon.floor;

import dev.carillon.floor.Event.PlanAccepted;
import dev.carillon.floor.Event.PlanEvent;
import dev.carillon.floor.Event.PlanProposed;
import dev.carillon.floor.Event.PlanRejected;
import dev.carillon.floor.Floor.Evolved;
import dev.carillon.floor.Touched.Part;
import dev.carillon.school.Id.BlockId;
import dev.carillon.school.Id.ProposalId;
import java.time.Instant;
import org.pcollections.PMap;

/// Which proposals are open: a newer one stands for those about the same thing, and one whose
/// blocks have all begun is over.
record PlanFacts(Floor floor) {
  Evolved evolve(PlanEvent event) {
    return switch (event) {
      case PlanProposed(var proposal, var at) -> with(proposed(proposal), at);
      case PlanAccepted(var proposal, _, var at) -> with(floor.proposals().minus(proposal), at);
      case PlanRejected(var proposal, _, var at) -> with(floor.proposals().minus(proposal), at);
    };
  }

  private PMap<ProposalId, Proposal> proposed(Proposal proposal) {
    var next = floor.proposals();
    for (var open : floor.proposals().values()) {
      next = open.isAbout(proposal.request().cause()) ? next.minus(open.id()) : next;
    }
    return proposal.isAboutNothing() ? next : next.plus(proposal.id(), proposal);
  }

  private Evolved with(PMap<ProposalId, Proposal> proposals, Instant at) {
    return new Evolved(floor.next().proposals(proposals).at(at), Touched.part(Part.PROPOSALS));
  }

  /// What a schedule did may have taken the last block of a proposal.
  static Evolved withoutMoot(Evolved next) {
    var floor = next.floor();
    var open = floor.proposals();
    for (var proposal : floor.proposals().values()) {
      boolean isMoot =
          proposal.blocks().stream().noneMatch(block -> new PlanFacts(floor).comes(block));
      open = isMoot ? open.minus(proposal.id()) : open;
    }
    return open.size() == floor.proposals().size()
        ? next
        : new Evolved(
            floor.next().proposals(open).at(floor.at()),
            next.touched().and(Touched.part(Part.PROPOSALS)));
  }

  private boolean comes(BlockId block) {
    return floor.timelines().values().stream()
        .anyMatch(line -> !line.ended() && line.indexOf(block) > line.position());
  }
}
