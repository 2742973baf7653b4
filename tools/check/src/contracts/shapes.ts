import { parseSync, type TsInterfaceDeclaration, type TsType, type TsTypeElement } from '@swc/core';

/** The fields of a type as its source declares them. */
export interface Field {
  readonly optional: boolean;
  readonly type: TsType;
}
export type Fields = ReadonlyMap<string, Field>;

/** The interfaces of a source file, for comparing values with them: types are gone when code runs. */
export interface Shapes {
  /** Fields of an interface; throws when there is none of that name. */
  fieldsOf(name: string): Fields;
  /** What a value has that its type doesn't, or lacks that its type demands; `path` says where. */
  problems(value: unknown, type: TsType, path: string): string[];
  interfaceProblems(value: unknown, name: string, path: string): string[];
}

export function readShapes(source: string): Shapes {
  const interfaces = new Map<string, TsInterfaceDeclaration>();
  for (const item of parseSync(source, { syntax: 'typescript', target: 'es2024' }).body) {
    const declaration = item.type === 'ExportDeclaration' ? item.declaration : item;
    if (declaration.type === 'TsInterfaceDeclaration') interfaces.set(declaration.id.value, declaration);
  }
  const named = (name: string): Fields => {
    const found = interfaces.get(name);
    if (!found) throw new Error(`There is no interface ${name} in this file`);
    return members(found.body.body);
  };

  function fieldsOfType(type: TsType): Fields | null {
    if (type.type === 'TsTypeLiteral') return members(type.members);
    if (type.type === 'TsTypeReference' && type.typeName.type === 'Identifier') return named(type.typeName.value);
    if (type.type === 'TsIntersectionType') return new Map(type.types.flatMap((part) => [...(fieldsOfType(part) ?? [])]));
    return null;
  }

  function problems(value: unknown, type: TsType, path: string): string[] {
    if (type.type === 'TsUnionType') {
      const each = type.types.map((part) => problems(value, part, path));
      return each.some((found) => found.length === 0) ? [] : (each[0] ?? []);
    }
    if (type.type === 'TsKeywordType') {
      const kind = value === null ? 'null' : typeof value;
      return kind === type.kind ? [] : [`${path} is ${kind === 'object' ? 'an object' : kind} and now has to be ${type.kind}`];
    }
    if (type.type === 'TsLiteralType' && 'value' in type.literal) return value === type.literal.value ? [] : [`${path} has another value`];
    if (type.type === 'TsArrayType') {
      if (!Array.isArray(value)) return [`${path} now has to be a list`];
      return value.flatMap((item: unknown, index) => problems(item, type.elemType, `${path}[${index}]`));
    }
    const fields = fieldsOfType(type);
    if (!fields) throw new Error(`${path}: this check doesn't read the type ${type.type}`);
    return fieldProblems(value, fields, path);
  }

  function fieldProblems(value: unknown, fields: Fields, path: string): string[] {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return [`${path} now has to be an object`];
    const given = value as Readonly<Record<string, unknown>>;
    return [
      ...Object.keys(given)
        .filter((name) => !fields.has(name))
        .map((name) => `${path}.${name} was taken away`),
      ...[...fields]
        .filter(([name, field]) => !field.optional && !(name in given))
        .map(([name]) => `${path}.${name} is demanded, and the last release doesn't send it: make it optional for a release`),
      ...[...fields].flatMap(([name, field]) => (name in given ? problems(given[name], field.type, `${path}.${name}`) : [])),
    ];
  }
  return { fieldsOf: named, problems, interfaceProblems: (value, name, path) => fieldProblems(value, named(name), path) };
}

function members(elements: readonly TsTypeElement[]): Fields {
  return new Map(
    elements.map((element) => {
      if (element.type !== 'TsPropertySignature' || element.key.type !== 'Identifier' || !element.typeAnnotation)
        throw new Error(`This check reads fields with a type, not ${element.type}`);
      return [element.key.value, { optional: element.optional, type: element.typeAnnotation.typeAnnotation }] as const;
    }),
  );
}
