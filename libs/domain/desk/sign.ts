/**
 * Where an application stands at a glance: the sign of a cell, whose shape and word say the same. `late`: the day to
 * work by is past; `waiting`: others decide; `closed`: it came to nothing (withdrawn, refused, not taking part).
 */
export type Sign = 'late' | 'today' | 'week' | 'onTime' | 'waiting' | 'done' | 'suspended' | 'closed';
