import { load } from "deskrules";

import { done } from "./done.js";

const desk = await load();
const { response } = desk.deadlines({ priority: "P1", reportedAt: "2026-11-24T10:00:00+01:00" });
done(Date.parse(response.due));
