namespace Ontime.Typing;

/// <summary>The number so far, unit by unit downwards.</summary>
internal sealed class NumeralSum
{
    private decimal _closed;
    private decimal _section;
    private decimal _unit = decimal.MaxValue;
    private decimal _big = decimal.MaxValue;

    public bool Any { get; private set; }

    /// <summary>A section stands open that 万 or 亿 may close.</summary>
    public bool Open => _section > 0;

    /// <summary>A coefficient with a fraction: nothing may follow but a bigger unit.</summary>
    public bool Broken { get; private set; }

    public decimal Value => _closed + _section;

    public bool Add(decimal part, decimal unit, bool zero)
    {
        if (Broken || (Any && part == 0))
        {
            return false;
        }

        Broken = part != decimal.Truncate(part);
        if (unit >= 10_000)
        {
            // 一百五万 is not said; 一百零五万 and 二十五万 are.
            if (_section > 0 && _unit != 10 && !zero)
            {
                return false;
            }

            _section += part;
            return Close(unit);
        }

        if (unit >= _unit || part * unit >= _unit)
        {
            return false;
        }

        Any = true;
        _section += part * unit;
        _unit = unit;
        return true;
    }

    public bool Close(decimal big)
    {
        if (big >= _big)
        {
            return false;
        }

        Any = true;
        _closed += _section * big;
        _section = 0;
        _big = _unit = big;
        return true;
    }

    /// <summary>A last number without a unit: after a unit, one digit is of the next unit (1万2), after 零 it is itself (一千零五).</summary>
    public bool Tail(Numeral.Part last, bool zero)
    {
        var (part, any) = (last.Value, Any);
        Any = true;
        if (!any)
        {
            _section = part;
            return true;
        }

        if (Broken || last.Padded || part != decimal.Truncate(part) || part <= 0 || part >= _unit)
        {
            return false;
        }

        if (!zero && part is > 9 and < 100 && _unit > 100)
        {
            return false; // 1万25: ten thousand and twenty-five, or twelve and a half thousand
        }

        _section += !zero && part <= 9 ? part * _unit / 10 : part;
        return true;
    }
}
