export { askedFields, conditionsHold, type FieldScope } from './conditions';
export { ColleaguePicker, useColleagues, type Colleague } from './colleague-picker';
export { FieldInput } from './field-input';
export { FieldInputs } from './field-inputs';
export { FieldRow } from './field-row';
export { faultOf, faultsOf, given, identityCardHolds, isBlank, type Values } from './field-value';
export { MaterialsInput, type GivenMaterial, type OfferedMaterial } from './materials-input';
