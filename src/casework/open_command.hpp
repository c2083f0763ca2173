// The engine's command to open a case, from what somebody asked for. Internal to casework.
#pragma once
#include "casework/case_record.hpp"
#include "casework/cases.hpp"

namespace hearken::casework {

/// Without its subjects. Organisations that the start form leads to take their part from the beginning.
engine::OpenCase command_for(World& world, store::Reading& reading, const procedure::Definition& definition, const access::Actor& actor,
                             const OpenCaseRequest& request, OrganisationId owner);

/// Answers given before a person had a record name them by their number among the subjects, "subject-1"; now they have one.
void name_new_subjects(const std::vector<procedure::Field>& fields, const std::vector<engine::OpenCase::Subject>& subjects, engine::Answers& answers);

}  // namespace hearken::casework
